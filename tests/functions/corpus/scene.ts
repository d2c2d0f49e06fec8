import sharp, { type Sharp } from 'sharp';

export interface SceneSize {
  width: number;
  height: number;
}

/**
 * A picture whose four quarters differ: red and green above, blue and white below. So it can be
 * seen which way up it is.
 */
export function scene({ width, height }: SceneSize = { width: 240, height: 160 }): Sharp {
  const w = width / 2;
  const h = height / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${w}" height="${h}" fill="#c00"/><rect x="${w}" width="${w}" height="${h}" fill="#0a0"/>
    <rect y="${h}" width="${w}" height="${h}" fill="#00c"/><rect x="${w}" y="${h}" width="${w}" height="${h}" fill="#fff"/>
  </svg>`;
  return sharp(Buffer.from(svg)).removeAlpha();
}

/** One colour: the most pixels for the fewest bytes. */
export function plain(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const background = { r: 40, g: 90, b: 160, alpha: 0.5 };
  return sharp({ create: { width, height, channels, background }, limitInputPixels: false });
}

/** What a phone writes beside the picture. */
export const PHONE_EXIF = {
  IFD0: { Make: 'Secret Maker', Model: 'Secret Model', Software: 'Secret Software' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 8/1 14/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '11/1 34/1 31/1',
  },
};

export const SECRET_XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Secret Creator"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
