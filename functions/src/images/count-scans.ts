const START_OF_SCAN = Buffer.from([0xff, 0xda]);

/**
 * How often a JPEG goes over its pixels, or a little more: what lies beside them may look like the
 * start of a scan, as it is one in an embedded thumbnail. Coded pixels never do.
 */
export function countScans(jpeg: Buffer): number {
  let scans = 0;
  let at = jpeg.indexOf(START_OF_SCAN);
  while (at !== -1) {
    scans += 1;
    at = jpeg.indexOf(START_OF_SCAN, at + START_OF_SCAN.length);
  }
  return scans;
}
