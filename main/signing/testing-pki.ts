import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTokens } from './testing-tokens.ts';

// A whole test authority made by openssl: root, issuing CA, people, a revoked one, a time stamp authority,
// CRLs, SoftHSM2 tokens. Made once and kept for a day in .cache; whoever needs to change something works on a copy.

const config = `
[ca]
default_ca = d
[d]
dir = .
database = index.txt
new_certs_dir = newcerts
serial = serial
crlnumber = crlnumber
default_md = sha256
default_days = 825
default_crl_days = 30
policy = p
copy_extensions = none
unique_subject = no
[p]
countryName = optional
organizationName = optional
commonName = supplied
0.9.2342.19200300.100.1.1 = optional
[req]
distinguished_name = dn
string_mask = utf8only
[dn]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[sub]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
extendedKeyUsage = emailProtection,1.3.6.1.4.1.311.10.3.12
# NSS answers SEC_ERROR_INVALID_ARGS to a leaf that says nowhere to ask about it.
crlDistributionPoints = URI:http://127.0.0.1:8081/sub.crl
authorityInfoAccess = OCSP;URI:http://127.0.0.1:8082/
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[stamper]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

const tsaConfig = `
[tsa]
default_tsa = t
[t]
dir = .
serial = ./tsaserial
crypto_device = builtin
signer_cert = ./tsa.pem
certs = ./chain.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

const office = '/C=VN/O=Ủy ban nhân dân xã Mẫu';

export interface TestPki {
  readonly folder: string;
  readonly file: (name: string) => string;
}

const make = (folder: string): void => {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'newcerts'));
  file('ca.cnf', config);
  file('tsa.cnf', tsaConfig);
  for (const [name, text] of [
    ['index.txt', ''],
    ['serial', '1000'],
    ['crlnumber', '01'],
    ['tsaserial', '01'],
  ] as const)
    file(name, text);

  const authority = (name: string, subject: string): void => {
    openssl(
      'req',
      '-x509',
      '-utf8',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-days',
      '3650',
      '-subj',
      subject,
      '-config',
      'ca.cnf',
      '-extensions',
      'root',
    );
    openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
  };
  const issue = (
    name: string,
    subject: string,
    kind: string,
    by: string,
    key: readonly string[] = ['rsa:2048'],
  ): void => {
    openssl(
      'req',
      '-new',
      '-utf8',
      '-newkey',
      ...key,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      subject,
      '-config',
      'ca.cnf',
    );
    openssl(
      'ca',
      '-batch',
      '-utf8',
      '-notext',
      '-config',
      'ca.cnf',
      '-extensions',
      kind,
      '-cert',
      `${by}.pem`,
      '-keyfile',
      `${by}.key`,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
    );
    openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
  };
  const list = (name: string, by: string): void => {
    openssl(
      'ca',
      '-config',
      'ca.cnf',
      '-cert',
      `${by}.pem`,
      '-keyfile',
      `${by}.key`,
      '-gencrl',
      '-out',
      `${name}.pem`,
    );
    openssl('crl', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.crl`);
  };

  const curve = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  authority('root', '/C=VN/O=Nơi cấp thử/CN=Gốc thử');
  authority('foreign', '/C=VN/O=Nơi cấp lạ/CN=Gốc lạ');
  issue('sub', '/C=VN/O=Nơi cấp thử/CN=Cấp dưới thử', 'sub', 'root');
  issue('alice', `${office}/CN=Nguyễn Thị Mẫu/UID=CCCD:001099000001`, 'leaf', 'sub');
  issue('bob', `${office}/CN=Trần Văn Mẫu/UID=CCCD:001099000002`, 'leaf', 'sub', curve);
  issue('carol', `${office}/CN=Lê Thị Thu Hồi`, 'leaf', 'sub');
  issue('tsa', '/C=VN/O=Nơi cấp thử/CN=Dấu thời gian thử', 'stamper', 'sub');
  openssl('ca', '-config', 'ca.cnf', '-cert', 'sub.pem', '-keyfile', 'sub.key', '-revoke', 'carol.pem');
  list('sub-list', 'sub');
  list('root-list', 'root');
  file('chain.pem', execFileSync('cat', ['sub.pem', 'root.pem'], { cwd: folder, encoding: 'utf8' }));
  for (const [who, chain] of [
    ['alice', 'chain.pem'],
    ['bob', 'chain.pem'],
    ['carol', 'chain.pem'],
  ] as const)
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      `${who}.key`,
      '-in',
      `${who}.pem`,
      '-certfile',
      chain,
      '-name',
      who,
      '-passout',
      'pass:mật khẩu',
      '-out',
      `${who}.p12`,
    );
  writeTokens(folder);
};

const madeIn = join(process.cwd(), '.cache', 'signing-pki-6');
const keptMs = 24 * 60 * 60_000;

/** The test authority; made when there is none of today. Safe to call from several processes at once: a rename decides. */
export const testPki = (): TestPki => {
  const isFresh = existsSync(madeIn) && Date.now() - statSync(madeIn).mtimeMs < keptMs;
  if (!isFresh) {
    mkdirSync(join(madeIn, '..'), { recursive: true });
    rmSync(madeIn, { recursive: true, force: true });
    const folder = mkdtempSync(`${madeIn}-`);
    make(folder);
    try {
      renameSync(folder, madeIn);
    } catch {
      // Another process was first; its authority is as good.
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { folder: madeIn, file: (name) => join(madeIn, name) };
};
