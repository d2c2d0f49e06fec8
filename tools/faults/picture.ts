import sharp from 'sharp';

const COLOURS = { red: [220, 30, 30], green: [30, 180, 30], blue: [30, 30, 220] } as const;
type Colour = keyof typeof COLOURS;
const NAMES = Object.keys(COLOURS) as Colour[];

const WIDTH_PX = 640;
const HEIGHT_PX = 480;

export interface PaintedPicture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
  readonly colour: Colour;
}

/** The nth picture that somebody takes: the next ones have other colours. */
export async function paint(nth: number): Promise<PaintedPicture> {
  const colour = NAMES[nth % NAMES.length] ?? 'red';
  const [r, g, b] = COLOURS[colour];
  const buffer = await sharp({
    create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: { r, g, b } },
  })
    .jpeg()
    .toBuffer();
  return { name: `${colour}.jpg`, mimeType: 'image/jpeg', buffer, colour };
}

/** The name of the colour that comes nearest to what is seen, however often it was encoded. */
export async function colourOf(image: Buffer): Promise<Colour> {
  const { channels } = await sharp(image).stats();
  const seen = channels.map(({ mean }) => mean);
  const distance = (name: Colour): number =>
    COLOURS[name].reduce((sum, value, index) => sum + Math.abs(value - (seen[index] ?? 0)), 0);
  return NAMES.toSorted((one, other) => distance(one) - distance(other))[0] ?? 'red';
}
