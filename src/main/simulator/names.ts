/** Invented people's names, by culture. Given and family names are only combined within one culture. */
export interface NameCulture {
  language: string
  country: string
  city: string
  dialling: string
  given: readonly string[]
  family: readonly string[]
}

export const CULTURES: readonly NameCulture[] = [
  {
    language: 'sv-SE',
    country: 'Sweden',
    city: 'Stockholm',
    dialling: '+46 8 555',
    given: ['Anna', 'Björn', 'Elsa', 'Gustav', 'Ingrid', 'Johan', 'Karin', 'Måns', 'Saga', 'Åsa'],
    family: [
      'Ahlgren',
      'Bergström',
      'Dahl',
      'Ekman',
      'Forsberg',
      'Hallqvist',
      'Lindqvist',
      'Nyström',
      'Öberg'
    ]
  },
  {
    language: 'en-GB',
    country: 'United Kingdom',
    city: 'Leeds',
    dialling: '+44 113 496',
    given: ['Alice', 'Callum', 'Erin', 'George', 'Harriet', 'Isla', 'Oliver', 'Poppy', 'Rhys', 'Tessa'],
    family: [
      'Ashworth',
      'Barker',
      'Clarke',
      'Fielding',
      'Hargreaves',
      "O'Neill",
      'Pemberton',
      'Whitfield',
      'Young'
    ]
  },
  {
    language: 'fr-FR',
    country: 'France',
    city: 'Lyon',
    dialling: '+33 4 55 50',
    given: ['Amélie', 'Benoît', 'Chloé', 'Étienne', 'Gaëlle', 'Hugo', 'Léa', 'Mathis', 'Noémie', 'Théo'],
    family: [
      'Baudouin',
      'Chevallier',
      'Delacroix',
      'Fournier',
      'Garnier',
      'Lefèvre',
      'Moreau',
      'Perrin',
      'Rousseau'
    ]
  },
  {
    language: 'de-DE',
    country: 'Germany',
    city: 'Hamburg',
    dialling: '+49 40 555',
    given: ['Annika', 'Bernd', 'Clara', 'Fabian', 'Jürgen', 'Käthe', 'Lukas', 'Sabine', 'Tilman', 'Ute'],
    family: ['Bäcker', 'Dietrich', 'Grünwald', 'Hoffmann', 'Jäger', 'Köhler', 'Müller', 'Schröder', 'Weiß']
  },
  {
    language: 'ja-JP',
    country: 'Japan',
    city: 'Osaka',
    dialling: '+81 6 5550',
    given: ['Akari', 'Daichi', 'Haruto', 'Hiroshi', 'Kaori', 'Mei', 'Ren', 'Sakura', 'Takumi', 'Yuki'],
    family: ['Fujimoto', 'Hayashi', 'Inoue', 'Kobayashi', 'Mori', 'Nakamura', 'Saitō', 'Tanaka', 'Yamada']
  },
  {
    language: 'en-NG',
    country: 'Nigeria',
    city: 'Lagos',
    dialling: '+234 1 555',
    given: [
      'Adaeze',
      'Chidi',
      'Emeka',
      'Funmilayo',
      'Ifeoma',
      'Kelechi',
      'Ngozi',
      'Obinna',
      'Tunde',
      'Yetunde'
    ],
    family: ['Adebayo', 'Balogun', 'Chukwu', 'Eze', 'Ibrahim', 'Nwosu', 'Okafor', 'Okonkwo', 'Olawale']
  },
  {
    language: 'hi-IN',
    country: 'India',
    city: 'Pune',
    dialling: '+91 20 5555',
    given: ['Aarav', 'Ananya', 'Devika', 'Ishaan', 'Kavya', 'Meera', 'Nikhil', 'Priya', 'Rohan', 'Vikram'],
    family: ['Bhatt', 'Chandran', 'Desai', 'Iyer', 'Joshi', 'Kulkarni', 'Menon', 'Patel', 'Rao', 'Sharma']
  },
  {
    language: 'es-MX',
    country: 'Mexico',
    city: 'Guadalajara',
    dialling: '+52 33 5550',
    given: [
      'Alejandra',
      'Beatriz',
      'Camila',
      'Diego',
      'Emilio',
      'Inés',
      'Joaquín',
      'Lucía',
      'Mateo',
      'Ximena'
    ],
    family: [
      'Castillo',
      'Domínguez',
      'Fuentes',
      'García Ruiz',
      'Ibáñez',
      'Muñoz',
      'Ortega',
      'Peña',
      'Vázquez'
    ]
  },
  {
    language: 'pl-PL',
    country: 'Poland',
    city: 'Kraków',
    dialling: '+48 12 555',
    given: [
      'Agnieszka',
      'Bartosz',
      'Grażyna',
      'Jakub',
      'Katarzyna',
      'Łukasz',
      'Małgorzata',
      'Paweł',
      'Zofia'
    ],
    family: ['Dąbrowski', 'Jabłońska', 'Kowalczyk', 'Mazur', 'Nowak', 'Sikora', 'Wójcik', 'Zieliński', 'Żak']
  },
  {
    language: 'ar-JO',
    country: 'Jordan',
    city: 'Amman',
    dialling: '+962 6 555',
    given: ['Amal', 'Bashir', 'Farid', 'Hala', 'Jamal', 'Layla', 'Nadia', 'Omar', 'Rania', 'Tariq'],
    family: ['Al-Khatib', 'Barakat', 'Darwish', 'Haddad', 'Khoury', 'Mansour', 'Nasser', 'Qasim', 'Sabbagh']
  },
  {
    language: 'vi-VN',
    country: 'Vietnam',
    city: 'Đà Nẵng',
    dialling: '+84 236 555',
    given: ['An', 'Bảo', 'Châu', 'Dũng', 'Hạnh', 'Khánh', 'Linh', 'Minh', 'Quân', 'Thảo'],
    family: ['Bùi', 'Đặng', 'Đỗ', 'Hoàng', 'Lê', 'Nguyễn', 'Phạm', 'Trần', 'Võ', 'Vũ']
  },
  {
    language: 'tr-TR',
    country: 'Türkiye',
    city: 'İzmir',
    dialling: '+90 232 555',
    given: ['Ayşe', 'Barış', 'Can', 'Defne', 'Elif', 'Gökhan', 'İrem', 'Kerem', 'Şule', 'Yağmur'],
    family: ['Aydın', 'Çelik', 'Demir', 'Güneş', 'Kaya', 'Öztürk', 'Şahin', 'Yıldız', 'Yılmaz']
  }
]

export const DEPARTMENTS: readonly { name: string; titles: readonly string[] }[] = [
  { name: 'IT', titles: ['Systems Engineer', 'Network Engineer', 'Service Desk Analyst', 'Head of IT'] },
  { name: 'Finance', titles: ['Accountant', 'Controller', 'Payroll Specialist', 'Head of Finance'] },
  {
    name: 'Warehouse & Logistics',
    titles: ['Dispatcher', 'Warehouse Lead', 'Fleet Planner', 'Head of Logistics']
  },
  { name: 'Sales', titles: ['Account Executive', 'Inside Sales', 'Solution Consultant', 'Head of Sales'] },
  {
    name: 'Human Resources',
    titles: ['Recruiter', 'People Partner', 'Learning Specialist', 'Head of People']
  },
  { name: 'Research', titles: ['Scientist', 'Data Engineer', 'Lab Technician', 'Head of Research'] },
  { name: 'Legal', titles: ['Counsel', 'Contract Specialist', 'Compliance Officer', 'General Counsel'] },
  { name: 'Facilities', titles: ['Site Lead', 'Technician', 'Reception', 'Head of Facilities'] }
]
