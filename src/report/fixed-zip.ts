/** Sets the time of every entry of a ZIP archive, which libraries fill with the time of the run (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** `archive` with no comment and no ZIP64 records; the input is left as it is. */
export function fixZipTimes(archive: Buffer, time: Date): Buffer {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new RangeError('no ZIP archive without a comment');
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new RangeError('broken ZIP directory');
    const local = bytes.readUInt32LE(entry + 42);
    if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new RangeError('broken ZIP entry');
    bytes.writeUInt32LE(dosTime(time), entry + 12);
    bytes.writeUInt32LE(dosTime(time), local + 10);
    const variable = [28, 30, 32].reduce((sum, at) => sum + bytes.readUInt16LE(entry + at), 0);
    entry += 46 + variable;
  }
  return bytes;
}

/** The date in the upper and the time in the lower 16 bits, to two seconds, in UTC. */
function dosTime(time: Date): number {
  const date = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return date * 0x10000 + clock;
}
