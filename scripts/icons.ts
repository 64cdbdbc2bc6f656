import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, opacity, each 0–255. */
type Colour = [number, number, number, number];
type Point = [x: number, y: number];

const WHITE: Colour = [255, 255, 255, 255];
const TEAL: Colour = [11, 95, 122, 255];
const LIGHT: Colour = [26, 151, 158, 255];
const CLEAR: Colour = [255, 255, 255, 0];

/** Inside a shield of height 2 around the origin, grown (or, below zero, shrunk) by `margin`. */
function inShield([x, y]: Point, margin: number): boolean {
  const bottom = 1.06 + margin * 1.3;
  const shoulders = -0.9 - margin + 0.12 * Math.abs(x);
  const taper = y < 0 ? 1 : 1 - (y / bottom) ** 2.4;
  return y > shoulders && y < bottom && Math.abs(x) < (0.82 + margin) * taper;
}

/** Within `width / 2` of the line from `a` to `b`, with round ends. */
function onStroke([x, y]: Point, a: Point, b: Point, width: number): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) < width / 2;
}

const onCheck = (p: Point, width: number): boolean =>
  onStroke(p, [-0.38, -0.02], [-0.1, 0.28], width) ||
  onStroke(p, [-0.1, 0.28], [0.4, -0.36], width);

/** A white shield with a check, on a background that runs from light to dark. */
function colourIcon(point: Point): Colour {
  const p: Point = [point[0] * 1.65, point[1] * 1.65];
  if (inShield(p, 0)) return onCheck(p, 0.24) ? TEAL : WHITE;
  const dark = (point[0] + point[1] + 2) / 4;
  return LIGHT.map((from, i) => from + ((TEAL[i] ?? 0) - from) * dark) as Colour;
}

/** Only white lines: Teams puts its own colour behind them. */
function outlineIcon(point: Point): Colour {
  const p: Point = [point[0] * 1.12, point[1] * 1.12];
  const border = inShield(p, 0) && !inShield(p, -0.15);
  return border || onCheck(p, 0.2) ? WHITE : CLEAR;
}

/** Draws square by square; each pixel is the mean of 8 × 8 looks inside it, which smooths the edges. */
function draw(size: number, colourAt: (point: Point) => Colour): Buffer {
  const LOOKS = 8;
  const rows = Buffer.alloc(size * (1 + size * 4)); // each row starts with its filter, 0: none
  for (let pixel = 0; pixel < size * size; pixel++) {
    const [row, column] = [Math.floor(pixel / size), pixel % size];
    const sum: Colour = [0, 0, 0, 0];
    for (let look = 0; look < LOOKS * LOOKS; look++) {
      const x = column + ((look % LOOKS) + 0.5) / LOOKS;
      const y = row + (Math.floor(look / LOOKS) + 0.5) / LOOKS;
      const colour = colourAt([(x / size) * 2 - 1, (y / size) * 2 - 1]);
      colour.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
    }
    sum.forEach(
      (value, i) => (rows[row * (1 + size * 4) + 1 + column * 4 + i] = value / LOOKS ** 2),
    );
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size: number, colourAt: (point: Point) => Colour): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]); // 8 bits, RGBA
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const pixels = deflateSync(draw(size, colourAt), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

writeFileSync('manifest/color.png', png(192, colourIcon));
writeFileSync('manifest/outline.png', png(32, outlineIcon));
