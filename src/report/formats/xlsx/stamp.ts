/** The same content gives the same workbook: the times at which its parts were packed are taken out. */

/** 1 January 1980, 00:00, the earliest that a ZIP archive can say. */
const EARLIEST = { time: 0, date: 0x21 } as const;
const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;

/** Sets the time of every entry of a ZIP archive (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16) to one that never changes. */
export function withoutClock(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = endOfDirectory(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    stamp(view, entry + 12);
    stamp(view, view.getUint32(entry + 42, true) + 10);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return bytes;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, EARLIEST.time, true);
  view.setUint16(at + 2, EARLIEST.date, true);
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError('not a ZIP archive');
}
