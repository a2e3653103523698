#!/bin/sh
# Makes the certificates of the tests anew, valid from 2020 on whatever the clock says. They are worth nothing: their keys are
# public. Needs openssl.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$work/index"
echo 01 > "$work/serial"
cat > "$work/ca.cnf" <<EOF
[ca]
default_ca = tests
[tests]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical,CA:TRUE
EOF
sign() { # name, last day, more arguments
  name=$1 last=$2
  shift 2
  openssl ca -batch -notext -config "$work/ca.cnf" -in "$work/$name.csr" -out "$name.pem" -startdate 20200101000000Z -enddate "$last" "$@" 2>/dev/null
}
leaf() { # name, subject alternative names, key, last day
  openssl req -newkey "$3" -nodes -keyout "$1.key" -out "$work/$1.csr" -subj "/CN=$1" -addext "subjectAltName=$2" 2>/dev/null
  sign "$1" "$4" -cert ca.pem -keyfile "$work/ca.key"
}
openssl req -newkey rsa:2048 -nodes -keyout "$work/ca.key" -out "$work/ca.csr" -subj '/CN=Usher tests' 2>/dev/null
sign ca 21200101000000Z -selfsign -keyfile "$work/ca.key" -extensions root
late=21200101000000Z
leaf tunnel 'DNS:tunnel.contoso.example,DNS:localhost,IP:127.0.0.1' rsa:2048 $late
leaf renewed 'DNS:tunnel.contoso.example,DNS:localhost,IP:127.0.0.1' rsa:2048 $late
leaf other-name 'DNS:other.contoso.example' rsa:2048 $late
leaf weak 'DNS:localhost,IP:127.0.0.1' rsa:1024 $late
leaf expired 'DNS:localhost,IP:127.0.0.1' rsa:2048 20210101000000Z
openssl pkcs12 -export -in tunnel.pem -inkey tunnel.key -out tunnel.pfx -passout pass:correct-horse-battery
openssl rsa -in tunnel.key -aes256 -passout pass:correct-horse-battery -out tunnel-encrypted.key 2>/dev/null
chmod 644 ./*.key ./*.pfx
