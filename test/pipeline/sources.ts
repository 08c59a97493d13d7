import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Small texts that claim something, written for these tests. */

export const SHIPS = `title: Containers leave the northern port
publisher: Harbour Post
published: 2024-05-02

The Ministry of Defence of South Korea said on 1 May 2024 that North Korea had shipped more than 6,000 containers of artillery shells to Russia.

The port has been busy since the winter.
`;

export const DENIAL = `title: Moscow rejects the charge
publisher: Harbour Post
published: 2024-05-03

The Kremlin denied that North Korea had sent artillery shells to Russia.
`;

export const TROOPS = `title: Soldiers seen in the east
publisher: Fjord Gazette
published: 2024-11-20

The National Intelligence Service of South Korea estimated that North Korea had sent about 11,000 troops to Russia.
`;

/** A text of its own for each number. */
export const shipment = (n: number): string => `title: Shipment ${n}
publisher: Harbour Post
published: 2024-06-${String((n % 28) + 1).padStart(2, '0')}

The Ministry of Defence of Ukraine said that North Korea had delivered ${n + 2},000 artillery shells to Russia.
`;

/** Writes files, with their folders, and gives the folder back. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
