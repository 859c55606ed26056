import { wordSet } from './word-set.ts';

/** Words and phrases that ask for a look of the whole picture. Matched against comma-separated pieces of the prompt. */
export const STYLE_WORDS = wordSet(`
  cinematic, photorealistic, photo-realistic, photorealism, hyperrealistic, hyper-realistic, hyperrealism, realistic, realism, ultra realistic, lifelike, surreal, surrealism, surrealist,
  abstract, minimalist, minimalistic, impressionist, impressionism, expressionist, cubist, baroque, renaissance, art nouveau, art deco, pop art, vaporwave, synthwave, steampunk, cyberpunk, dieselpunk, solarpunk, gothic, noir, film noir, vintage,
  retro, anime, manga, cartoon, cartoonish, comic, pixel art, low poly, isometric, voxel, claymation, stop motion, 3d, 2d, cgi, vfx, octane, redshift, vray, 4k, 8k, 16k, hd, uhd, hdr, 1080p, 720p, high definition, high resolution, high-resolution, high detail, high quality, best quality, masterpiece, award winning, award-winning,
  watercolor, watercolour, oil on canvas, charcoal, pencil, gouache, acrylic, ink, pastel, sepia, monochrome, monochromatic, black and white, grayscale, technicolor, matte, glossy, grainy, bokeh, lens flare, depth of field, shallow depth of field, volumetric, volumetric light, rim light, golden hour,
  dramatic, moody, epic, dreamy, ethereal, atmospheric, whimsical, fantasy, sci-fi, science fiction, horror, dark fantasy, concept art, digital art, fan art, graffiti art, line art, clip art, street photography, macro photography, illustration, render, rendering, painting, sketch, drawing, photo, photograph, photography, artwork, wallpaper,
  full body, full head, half body, upper body, screenprint, cosmic horror, detailed, highly detailed, hyper detailed, hyper-detailed, ultra detailed, intricate, intricate details, intricate detail, sharp focus, sharp, smooth, elegant, vivid, vibrant, vibrant colors, vivid colors, muted colors, colorful, symmetrical, symmetric, composition, centered, hypermaximalist, ornate, trending, artstation, deviantart, unreal engine, vector, flat design, stylized, professional, studio quality, matte painting, double exposure, long exposure, wide angle lens, fisheye, 35mm, 50mm, 85mm, kodak, polaroid, vhs, super 8, 16mm, imax, analog, lomography, beautiful, gorgeous, stunning, amazing, epic composition, high contrast, low contrast, soft lighting, rule of thirds, aesthetic
`);

/** A piece of the prompt that ends in one of these describes the look: "dramatic lighting", "muted colors". */
export const STYLE_HEADS = wordSet(`
  style, scene, strokes, lighting, color, colors, colour, colours, palette, tone, tones, mood, atmosphere, aesthetic, aesthetics, vibe, vibes, resolution, quality, detail, details, focus, composition, art, painting, photography, photo,
  photograph, illustration, render, rendering, drawing, sketch, engraving, woodcut, animation, film, movie, footage, lens, engine, design, perspective, contrast, saturation, texture, textures, grain, blur, bokeh, reflections, exposure, artwork, wallpaper, poster, cover, portrait, picture, image, cgi, effect, effects, graphics, artstation, deviantart, pixiv, cinematography, realism, exposure, gradient, symmetry, vector, surrealism, picture, shot, concept, rendered, shading, shaders, print, movie still, screenshot, aspect ratio, cinematic
`);
