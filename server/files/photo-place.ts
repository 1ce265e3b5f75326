// Whether a photo says where it was taken: phones write that into the file, and whoever gets the file can read where a family lives.

/** Of a JPEG's first bytes: true when its Exif block has a place (tag 0x8825, GPSInfo). What cannot be read says nothing. */
export function hasPlace(head: Buffer): boolean {
  try {
    for (let at = 2; at + 4 < head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
      // the picture itself begins: no more blocks
      if (head[at + 1] === 0xda) return false;
      const block = head.subarray(at + 4, at + 2 + head.readUInt16BE(at + 2));
      if (head[at + 1] === 0xe1 && block.subarray(0, 6).toString("latin1") === "Exif\0\0" && tagsOf(block.subarray(6)).includes(0x8825)) return true;
    }
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  return false;
}

/** The tags of the first directory of a TIFF. */
function tagsOf(tiff: Buffer): number[] {
  const little = tiff.subarray(0, 2).toString("latin1") === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  return Array.from({ length: short(directory) }, (_, index) => short(directory + 2 + 12 * index));
}
