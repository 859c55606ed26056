import { wordSet } from './word-set.ts';

/**
 * Names of things, in the singular, whose first word looks like an adjective or a participle: a hot dog need not be hot,
 * and a swimming pool does not swim.
 */
export const COMPOUNDS = wordSet(`
  hot air, hot dog, golden retriever, golden gate, black hole, watering can, hot tub, wet suit, remote control, remote controller, high chair, high heel, high school, full moon,
  polar bear, grizzly bear, teddy bear, guinea pig, living room, dining room, dining table, dining chair, sitting room,
  waiting room, swimming pool, washing machine, sewing machine, vending machine, gaming machine, rocking chair,
  frying pan, parking meter, parking lot, parking space, shopping cart, shopping bag, sleeping bag, cutting board,
  chopping board, baking sheet, baking tray, ironing board, walking stick, fishing rod, fishing boat, fishing net,
  running shoe, boxing glove, boxing ring, wedding ring, wedding dress, rolling pin, mixing bowl, serving spoon,
  drinking glass, measuring cup, steering wheel, diving board, hiking trail, boiling pot, light bulb, light house,
  light pole, light fixture, light switch, electric guitar, solar panel, soft drink, virtual reality, outer space,
  swing set, drum set, tea set, train set, chess set, film set, movie set, tv set, drum kit, stained glass, rubber duck,
  milky way, flat screen, medical mask, spray paint, musical instrument, electric light, electric pole, street light,
  coral reef, gold rush, gold fish, amber light, rose gold, olive tree, olive oil, peach tree, orange juice, orange tree, gold medal, silver medal, silver spoon, dark matter, deep sea, roller coaster, ferris wheel, cherry blossom, cotton candy, light beam, light show, light source, dry ice, short film, wild flower,
  wild animal, square dance, sweet potato, red carpet, black belt, blue whale, green tea, white shark, bald eagle, golden eagle, red panda, arctic fox, killer whale
`);
