import { wordSet } from './word-set.ts';

export const COLOURS = wordSet(`
  red, blue, green, yellow, orange, purple, violet, pink, brown, black, white, gray, grey, golden, gold, silver, beige, tan, cream, turquoise,
  teal, cyan, magenta, maroon, crimson, scarlet, indigo, lavender, lilac, navy, olive, khaki, bronze, copper, blonde, blond, ginger, auburn, brunette, multicolored, multicoloured, colorful, colourful, rainbow, dark, pale, transparent, ivory, peach, coral, emerald, ruby, amber
`);

/** Shades that belong to the colour after them: "dark blue". */
export const SHADES = wordSet(
  'dark, light, bright, pale, deep, neon, pastel, hot, navy, sky, vivid, soft, metallic, dull, royal, lime, baby, burnt, off, brilliant, warm, muted, pure, clear, platinum, rich, pitch, jet',
);

/** What things are made of; before a noun they are an attribute. */
export const MATERIALS = wordSet(`
  wooden, wood, metal, metallic, plastic, glass, paper, cardboard, leather, stone, brick, concrete, marble, steel, iron, rubber, cotton, woolen, wool, silk, denim, velvet, ceramic, clay, porcelain, straw, bamboo, crystal, golden, silver, gold, bronze, copper, ice, gravel, tile, tiled, wicker, lace, fur, felt, lego, origami, styrofoam, granite, aluminum, chrome, lucite, acrylic
`);

/** Adjectives a statistical tagger often takes for nouns or verbs. */
export const ADJECTIVES = wordSet(`
  rife, total, lunar, solar, annular, partial, mossy, sandy, rainy, sunny, cloudy, snowy, misty, foggy, dusty, rusty, grassy, rocky, icy, muddy, smoky, steamy, leafy, hairy, furry, fuzzy, curly, wavy, aglow, ablaze, awash, adrift, asleep, awake, alive, alone, afloat,
  open, closed, empty, full, clear, dirty, clean, dry, wet, calm, close, old, young, new, tall, short, long, round, square, flat, straight, bare, giant, tiny, huge, massive, miniature, elderly, vintage, antique, retro, modern, futuristic, abstract, cute, adorable, beautiful, gorgeous, stunning, lush, fluffy, furry, shiny, striped, spotted, plaid, checkered, female, male, middle-aged, bald, barefoot, shirtless, naked, nude, pregnant, blond, blonde, curly, wavy, rusty, dusty, sunny, rainy, snowy, cloudy, foggy, stormy, windy, starry, bustling, crowded, quiet, lonely, single, double, upright, upside-down, outstretched, fresh, ripe, raw, spicy, hot, cold, warm, cozy, dim, bright, dark, light, left, right, upper, lower, front, back, rear, top, bottom, small, large, big, little, wide, narrow, thick, thin, soft, hard, smooth, rough, sharp, other, different, same, similar, parallel, visible, ornate, intricate, delicate, elegant, majestic, magical, mystical, surreal, gothic, medieval, ancient, alien, human, robotic, mechanical, cybernetic, electric, digital, floral, tropical, domestic, wild, stray, happy, sad, angry, surprised, excited, scary, spooky, creepy, evil, silly, funny, lazy, sleepy, tired, busy, dead, alive, awake, asleep, seated, turquoise, overcast, red-headed, taut, vast, mottled, poignant, luminescent, glossy, crisp, steep, shallow, hollow, frozen, sleek, plush, frosty, misty, serene, tranquil, vibrant, rugged, mossy, leafy, sandy, muddy, icy, fiery, smoky, grassy, rocky, wavy, scaly, woolly, wooly, hilly, bubbly, wrinkly, ugly, lovely, friendly, lively, chilly, oily, ghostly, heavenly, wobbly, crumbly, prickly, sparkly, burly, curly, knobbly, wiggly, cuddly, squiggly
`);

/** Adjectives that praise or intensify: nobody can see them, so the question comes last. */
export const VAGUE_ADJECTIVES = wordSet(
  'nice, good, great, amazing, beautiful, stunning, wonderful, perfect, lovely, pretty, awesome, special, various, different, certain, other, same, main, own, whole, entire, such, similar, additional, possible, real, true, unique, typical, familiar, more, own, next, last, first, second, third, much, further',
);

/** Ordinals and the like that tell things apart and are no attribute. */
export const ORDER_ADJECTIVES = wordSet(
  'single, visible, surrounding, specific, particular, certain, first, second, third, fourth, last, next, other, another, same, own, such, more, certain, several, many, few, whole, entire, main, only, very, just, most, least, former, latter, respective, all',
);

/** Materials that form one name with the noun after them: "stone wall", "plastic cup". */
export const NOUN_MATERIALS = wordSet(
  'wood, metal, plastic, glass, paper, cardboard, leather, stone, brick, concrete, marble, rubber, cotton, wool, silk, denim, velvet, straw, bamboo, gravel, wicker, lace, felt, lego, origami, granite, steel, iron, clay, ice, fur, lucite, tile, crystal, bronze, copper, chrome, porcelain, ceramic',
);

/** Adjectives that are nouns as well where no noun follows: "a traffic light". */
export const AMBIGUOUS_ADJECTIVES = wordSet(
  'light, human, alien, orange, square, round, female, male, blonde, blond, front, back, top, bottom, clear, cold, dark, flat, turquoise, rainbow, cream, gold, silver, bronze, olive, lavender, violet, peach, coral, ruby, emerald, glass, brick, paper, metal, plastic, double, single, teen',
);
