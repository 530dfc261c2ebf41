import { createReadStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';

/** Where files lie: a folder, or a bucket of S3-compatible storage. Names are the uploads' random ids. */
export interface Shelf {
  /** An upload of no bytes is whole once it is created, and nothing is written to it. */
  store: DataStore;
  /** The bytes from `from` on. */
  read(place: string, from: number): Promise<Readable>;
  /** Gives up the bytes of an upload, whole or not; nothing where there are none. */
  remove(place: string): Promise<void>;
  /** After this the bytes outlive a power cut. */
  settle(place: string): Promise<void>;
}

export interface Bucket {
  name: string;
  /** Undefined: Amazon's own. */
  endpoint: string | undefined;
  region: string;
}

const syncAll = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
};

const done = (): void => undefined;

const openFolder = (folder: string): Shelf => {
  mkdirSync(folder, { recursive: true });
  const store = new FileStore({ directory: folder });
  return {
    store,
    remove: (place) => store.remove(place).then(done, done),
    read: (place, from) => Promise.resolve(createReadStream(join(folder, place), { start: from })),
    settle: (place) => syncAll([join(folder, place), folder]),
  };
};

/** Loaded only where it is used: the client is larger than the rest of the hub. */
const openBucket = async ({ name, endpoint, region }: Bucket): Promise<Shelf> => {
  const [{ S3Store }, { S3 }] = await Promise.all([import('@tus/s3-store'), import('@aws-sdk/client-s3')]);
  const client = {
    region,
    // The client's own checksums travel in chunks that storage other than Amazon's may not know ("NotImplemented: aws-chunked"); the hub
    // proves every file by its hash.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  } as const;
  const s3 = new S3(client);
  const store = new S3Store({ useTags: false, s3ClientConfig: { ...client, bucket: name } });
  const begin = store.create.bind(store);
  // The storage has no object before an upload in parts is ended, and nobody sends a part of nothing.
  store.create = async (upload) => {
    const begun = await begin(upload);
    if (upload.size === 0) await store.write(Readable.from([]), upload.id, 0);
    return begun;
  };
  return {
    store,
    remove: async (place) => {
      // The store ends an upload that is under way; of a whole one it finds nothing to end, and leaves the object.
      await store.remove(place).then(done, done);
      for (const key of [place, `${place}.info`, `${place}.part`])
        await s3.deleteObject({ Bucket: name, Key: key }).then(done, done);
    },
    read: async (place, from) => {
      const { Body: body } = await s3.getObject({
        Bucket: name,
        Key: place,
        // An empty file has no range at all.
        ...(from > 0 ? { Range: `bytes=${from}-` } : {}),
      });
      if (!(body instanceof Readable)) throw new Error('storage: no bytes');
      return body;
    },
    // The storage answers when it has them.
    settle: () => Promise.resolve(),
  };
};

export const openShelf = (folder: string, bucket: Bucket | undefined): Promise<Shelf> =>
  bucket ? openBucket(bucket) : Promise.resolve(openFolder(folder));
