import sharp from 'sharp';

/** The icons of the Teams app are drawn in `manifest/*.svg`, in the size that Teams asks for; it wants them as PNG. */
for (const name of ['color', 'outline'])
  await sharp(`manifest/${name}.svg`).png({ compressionLevel: 9 }).toFile(`manifest/${name}.png`);
