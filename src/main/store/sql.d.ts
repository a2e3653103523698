// The bundler puts the text of a migration into the program, so that no file has to be found at run time.
declare module '*.sql?raw' {
  const sql: string
  export default sql
}
