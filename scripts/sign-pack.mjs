#!/usr/bin/env node
/**
 * Keys and signatures of packs (docs/catalogue.md). The private key is a PKCS#8 PEM file of the issuer and stays with the issuer.
 *   node scripts/sign-pack.mjs keygen KEY.pem            makes a key, prints what to pin
 *   node scripts/sign-pack.mjs sign BODY.json KEY.pem ID PACK.json
 *   node scripts/sign-pack.mjs verify PACK.json HEX
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const format = 'quay-pack-1';
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** The bytes a signature covers; the same as packBytes in shared/catalogue/pack.ts. */
const packBytes = (kind, bodyText) => Buffer.from(`${format}\n${kind}\n${bodyText}`, 'utf8');

const publicHex = (key) =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

const keygen = (file) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  console.log(publicHex(privateKey));
};

const signPack = (bodyFile, keyFile, keyId, packFile) => {
  const bodyText = readFileSync(bodyFile, 'utf8');
  const { kind, version } = JSON.parse(bodyText);
  const signature = sign(null, packBytes(kind, bodyText), createPrivateKey(readFileSync(keyFile)));
  const envelope = { format, kind, version, bodyText, signature: signature.toString('base64'), keyId };
  writeFileSync(packFile, `${JSON.stringify(envelope)}\n`);
};

const verifyPack = (packFile, hex) => {
  const { kind, bodyText, signature } = JSON.parse(readFileSync(packFile, 'utf8'));
  const key = createPublicKey({
    key: Buffer.concat([spkiHead, Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  const good = verify(null, packBytes(kind, bodyText), key, Buffer.from(signature, 'base64'));
  console.log(good ? 'signature good' : 'signature NOT by this key');
  process.exitCode = good ? 0 : 1;
};

const usage =
  'usage: sign-pack.mjs keygen KEY.pem | sign BODY.json KEY.pem ID PACK.json | verify PACK.json HEX';
const jobs = { keygen: [keygen, 1], sign: [signPack, 4], verify: [verifyPack, 2] };
const [name = '', ...rest] = process.argv.slice(2);
const [job, count] = jobs[name] ?? [];
if (!job || rest.length !== count) {
  console.error(usage);
  process.exitCode = 2;
} else job(...rest);
