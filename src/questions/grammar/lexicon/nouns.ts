import { wordSet } from './word-set.ts';

/** Kinds of things, by head noun in the singular. They decide which questions make sense about an entity. */

export const PEOPLE = wordSet(`
  person, people, man, woman, boy, girl, child, kid, baby, infant, toddler, teenager, teen, adult, lady, gentleman, guy,
  human, someone, somebody, individual, couple, family, crowd, audience, pedestrian, passenger, tourist, traveler,
  traveller, mother, father, mom, dad, parent, grandmother, grandfather, grandma, grandpa, brother, sister, son, daughter,
  friend, bride, groom, king, queen, prince, princess, knight, soldier, warrior, samurai, ninja, pirate, wizard, witch,
  chef, cook, waiter, waitress, baker, doctor, nurse, teacher, student, artist, painter, musician, singer, dancer,
  ballerina, guitarist, pianist, violinist, drummer, actor, actress, model, athlete, player, runner, swimmer, surfer,
  skater, skateboarder, snowboarder, skier, cyclist, biker, rider, boxer, wrestler, gymnast, climber, hiker, diver,
  fisherman, farmer, gardener, worker, builder, mechanic, engineer, scientist, astronaut, pilot, driver, sailor, captain,
  policeman, policewoman, firefighter, fireman, officer, businessman, businesswoman, clown, magician, monk, nun, priest,
  cowboy, cowgirl, superhero, hero, villager, vendor, shopkeeper, photographer, dad, mum, elder, youth, detective, spy,
  jockey, goalkeeper, batter, pitcher, catcher, umpire, referee, coach, fan, spectator, bystander, group, team, character,
  figure, poser, subject, dj, rapper, barista, bartender, potter, tailor, blacksmith, carpenter, hunter, archer, nomad,
  clerk, cashier, librarian, lecturer, professor, pharmacist, dentist, surgeon, paramedic, veterinarian, plumber, electrician, welder, butcher, florist, grocer, jeweler, jeweller, hairdresser,
  barber, seamstress, weaver, sculptor, shaman, monarch, emperor, empress, duke, duchess, lord, viking, gladiator, cosmonaut, explorer, adventurer, traveler, merchant, beggar, peasant, shepherdess,
  commuter, customer, shopper, guest, host, hostess, neighbor, neighbour, visitor, audience, orchestra, choir, conductor, composer, rapper, trumpeter, saxophonist, cellist, flutist, harpist, juggler, acrobat,
  cheerleader, sprinter, golfer, bowler, fencer, rower, sailor, lifeguard, jogger, yogi, sumo, snowboarder, quarterback, striker, judge, lawyer, politician, president, mayor, soldier, guard, thief, burglar,
  robber, detective, agent, mermaid, fairy, elf, dwarf, giant, angel, demon, vampire, zombie, ghost, geisha, barbarian, ranger, sorcerer, sorceress, druid, monk, pilgrim, refugee, orphan, twin, grandparent,
  reporter, journalist, announcer, presenter, commentator, celebrity, cameraman, director, writer, poet, author, inventor, programmer, defender, midfielder, goalie, bodybuilder, granddaughter, grandson, grandchild, nephew, niece, protester, prisoner, outlaw, sheriff, sergeant, veteran, civilian, settler, miner, lumberjack, logger, skier, boatman,
  passerby, passersby, onlooker, influencer, gamer, streamer, busker, skydiver, paraglider, mountaineer, blogger, aunt, uncle, cousin, husband, wife, fiancé, lover, gentleman, madam, dude, chap, lad, lass, girlfriend, boyfriend, schoolgirl, schoolboy, classmate, colleague, coworker, assistant, apprentice, intern
`);

export const ANIMALS = wordSet(`
  animal, dog, puppy, corgi, poodle, retriever, husky, bulldog, terrier, dachshund, labrador, shepherd, collie, beagle,
  pug, chihuahua, dalmatian, cat, kitten, tabby, horse, pony, foal, donkey, mule, zebra, cow, bull, calf, ox, buffalo, bison,
  yak, sheep, lamb, goat, pig, piglet, deer, fawn, elk, moose, reindeer, antelope, gazelle, giraffe, elephant, rhino,
  rhinoceros, hippo, hippopotamus, camel, llama, alpaca, lion, lioness, tiger, leopard, cheetah, jaguar, panther, lynx, bear,
  panda, koala, kangaroo, wolf, fox, coyote, raccoon, badger, otter, beaver, squirrel, chipmunk, rabbit, bunny, hare, hamster,
  mouse, rat, hedgehog, porcupine, skunk, sloth, monkey, ape, gorilla, chimpanzee, orangutan, lemur, bird, eagle, hawk,
  falcon, owl, parrot, crow, raven, pigeon, dove, sparrow, robin, hummingbird, flamingo, swan, duck, duckling, goose, hen,
  chicken, rooster, chick, turkey, peacock, ostrich, penguin, pelican, seagull, gull, stork, heron, crane, fish, goldfish,
  shark, whale, dolphin, orca, seal, walrus, salmon, koi, jellyfish, octopus, squid, crab, lobster, shrimp, starfish,
  seahorse, turtle, tortoise, frog, toad, lizard, gecko, iguana, chameleon, snake, crocodile, alligator, dinosaur, dragon,
  unicorn, insect, bee, wasp, butterfly, moth, ant, beetle, ladybug, spider, dragonfly, grasshopper, caterpillar, snail,
  worm, bat, kitty, pup, cub, herd, flock, creature, beast, mammoth
`);

/** Parts of people and animals. */
export const BODY_PARTS = wordSet(`
  head, face, hair, beard, moustache, mustache, eye, eyebrow, ear, nose, mouth, lip, tooth, tongue, chin, cheek, forehead,
  neck, shoulder, arm, forearm, elbow, wrist, hand, palm, fist, finger, thumb, nail, chest, torso, body, waist, hip, belly,
  stomach, back, leg, thigh, knee, shin, calf, ankle, foot, heel, toe, tail, paw, claw, wing, feather, fur, mane, horn,
  antler, beak, snout, trunk, tusk, fin, scale, hoof, whisker, skin, upper body, lower body, freckle, lap, jaw, buttock, spine, expression, smile, toe, nostril, eyelash, eyelid, temple, rib, kneecap, knee cap
`);

/** Parts whose look is of interest by itself, not trivially there on every body. */
export const CLOTHING = wordSet(`
  clothes, clothing, outfit, costume, uniform, suit, tuxedo, dress, gown, skirt, shirt, t-shirt, tshirt, tee, blouse,
  sweater, sweatshirt, hoodie, hoody, jumper, cardigan, jacket, coat, raincoat, vest, robe, cape, cloak, kimono, sari, apron,
  trousers, trouser, pants, pant, jeans, jean, shorts, short, leggings, tights, sock, shoe, boot, sneaker, sandal, slipper,
  heels, skate, glove, mitten, scarf, tie, bow tie, necktie, belt, hat, cap, beanie, helmet, hood, crown, tiara, headband,
  bandana, veil, mask, glasses, sunglasses, sunglass, goggles, goggle, watch, ring, necklace, bracelet, earring, jewelry, armor, armour,
  wig, backpack, swimsuit, bikini, wetsuit, pajamas, underwear, bra, spacesuit, headphones, headphone, overalls, overall,
  hijab, burqa, niqab, headscarf, sarong, kilt, toga, lab coat, scrubs, harness, life jacket, visor, earmuffs, bowtie, suspenders, corset, stockings, flip-flops, loafer, moccasin, parka, windbreaker, tracksuit, jumpsuit, onesie, tank top, crop top, turtleneck, pullover, tunic, smock,
  turban, shawl, poncho, denim, trunks, jersey, attire, garment, garb, clothe, tutu, leotard, blazer, fedora, beret, bonnet, overcoat, trench coat
`);

/** Things that flow, pour and splash. */
export const LIQUIDS = wordSet(`
  water, milk, juice, coffee, tea, wine, beer, oil, honey, syrup, sauce, soup, lava, paint, ink, blood, rain, river, stream,
  waterfall, wave, ocean, sea, lake, cocktail, champagne, lemonade, smoothie, batter, chocolate, cream, gravy, liquid, fluid, broth, espresso,
  soda, cola, whisky, whiskey
`);

export const VEHICLES = wordSet(`
  car, truck, bus, van, taxi, cab, train, tram, subway, locomotive, motorcycle, motorbike, bike, bicycle, scooter, moped,
  tractor, plane, airplane, aeroplane, jet, helicopter, drone, rocket, spaceship, spacecraft, shuttle, boat, ship, sailboat,
  yacht, ferry, canoe, kayak, submarine, raft, carriage, cart, wagon, ambulance, jeep, suv, sedan, lorry, skateboard,
  sled, sleigh, snowmobile, limousine, convertible, vehicle, airship, blimp, ufo, automobile, racecar, tank
`);

/** Fire, smoke, cloth and the like: they move, but have no fixed shape to keep. */
export const SHAPELESS = wordSet(`
  fire, campfire, bonfire, flame, vapor, vapour, haze, gas, snowflake, raindrop, ash, moonlight, sunlight, smoke, steam, fog, mist, cloud, dust, snow, rain, spark, explosion, firework, light, lightning, aurora, fireworks,
  shadow, reflection, sand, grass, leaf, petal, confetti, bubble, splash, foam
`);

/** Places a scene can be set in. */
export const PLACES = wordSet(`
  sandpit, sandbox, beach, forest, jungle, desert, mountain, valley, canyon, field, meadow, garden, park, street, road, highway, alley, city,
  town, village, countryside, farm, ranch, kitchen, bedroom, bathroom, living room, room, office, classroom, library, museum,
  restaurant, cafe, bar, pub, shop, store, market, supermarket, mall, factory, warehouse, garage, gym, stadium, arena, court,
  pool, station, airport, harbor, harbour, port, dock, pier, bridge, tunnel, castle, palace, temple, church, cathedral, ruins,
  cave, island, lake, river, ocean, sea, space, sky, moon, mars, planet, snow, rain, woods, wood, swamp, lawn, yard, backyard,
  driveway, sidewalk, pavement, playground, zoo, aquarium, laboratory, lab, hospital, school, house, home, apartment, studio,
  stage, theater, theatre, battlefield, landscape, savanna, savannah, prairie, tundra, glacier, coast, shore, cliff, hill,
  plaza, square, courtyard, background, hallway, corridor, stairs, rooftop, roof, balcony, porch, patio, cemetery, graveyard, track,
  slope, trail, path, world, environment, scene, area
`);

/** Places that one is on rather than in. */
export const SURFACES = wordSet(
  'beach, stage, road, street, highway, roof, rooftop, hill, mountain, island, court, track, bridge, shore, coast, pier, dock, balcony, porch, patio, sidewalk, pavement, trail, path, planet, moon, cliff, slope, farm, ranch, field, lawn, playground',
);

/** Last words of the names of places: "the Great Wall". */
export const LANDMARKS = wordSet(
  'wall, tower, gate, arch, avenue, boulevard, falls, bay, peak, mount, pyramid, pyramids, statue, cathedral, mosque, shrine, pagoda, monument, hall, centre, center, district, quarter, county, state, states, kingdom, republic, coliseum, colosseum, opera, hotel, casino, skyline, forest, desert, reef, peninsula',
);

/** Things that happen: they are seen in what takes part, and have no shape to keep. */
export const EVENTS = wordSet(
  'race, party, wedding, concert, parade, festival, game, match, show, performance, ceremony, battle, fight, event, celebration, competition, meeting, conversation, storm, accident, war, invasion, dance, routine, lesson, presentation, speech, picnic, feast, duel, chase, shot, serve, throw, jump, wheelie, wheely, stunt, trick, flip, somersault, action, scene, sale, photoshoot, rescue, journey, trip, tour, stroll, handshake, transfusion, selfie',
);

/** What one has by eating it. */
export const MEALS = wordSet('breakfast, lunch, dinner, supper, brunch, meal, snack, drink, coffee, tea');

/** Times and weathers, asked as "Is it …?". */
export const TIMES = wordSet(
  'season, sunset, sunrise, dawn, dusk, night, daytime, nighttime, noon, midday, midnight, twilight, morning, evening, afternoon, day, winter, summer, spring, autumn, golden hour, blue hour, magic hour, christmas, halloween, dark, night time, night-time, sundown, daybreak',
);

/** Nouns without a plural, asked as "Is there water?". Also things that exist once: "Is there a sky?" sounds odd. */
export const MASS_NOUNS = wordSet(`
  water, sand, snow, grass, rain, ice, fire, smoke, fog, mist, steam, dust, dirt, mud, wood, metal, glass, plastic, paper,
  cloth, fabric, denim, leather, food, bread, rice, pasta, cheese, butter, meat, beef, pork, salad, soup, sauce, milk,
  juice, coffee, tea, wine, beer, oil, honey, sugar, salt, flour, dough, chocolate, cream, ice cream, hair, fur, skin, blood,
  sunlight, moonlight, light, lighting, lightning, darkness, air, wind, space, traffic, furniture, luggage, equipment, machinery, jewelry,
  clothing, armor, armour, music, art, graffiti, text, writing, greenery, vegetation, foliage, seaweed, hay, straw, gold,
  silver, copper, steel, concrete, marble, stone, clay, lava, ink, paint, foam, confetti, fruit, garlic, corn, popcorn, cake batter, pancake batter, waffle batter, cookie batter, muffin batter,
  scenery, nature, laundry, trash, garbage, rubbish, debris, gravel, pavement, asphalt, moss, ivy, bamboo,
  makeup, cotton, wool, silk, lace, wildlife, chaos, magic, motion, energy, fun, cream cheese, sushi, toast, broccoli, lettuce, spinach, bacon, seafood, silverware, cutlery,
  sunshine, water vapor, mayonnaise, ketchup, mustard, soil, grain, noise, information, anime, calligraphy, photography, footage, stuff, cardboard, weather, spray paint, earth, underwear, attire, poison, laughter, ash, gas, granite, chrome, vanilla, liquid, mystery, sorrow, joy, wonder, kelp, neon, plaster, iron, spray, fluff, spaghetti, beer foam, honey, cereal, luggage, artwork, technology, land, terrain, tennis, soccer, golf, rugby, hockey, cricket, volleyball, badminton, yoga, chess, poker, karate, judo, polo, ballet, cosplay, hail, mail, pottery, lava, cement, caramel, oatmeal, yogurt, dessert, bamboo, embroidery, knitwear, plywood, lumber, firewood, driftwood, sawdust, tinsel, glitter, slime, jelly, jam, garnish, parsley, basil, wheat, algae, coral, turf, rust, frost, sunlight, starlight, candlelight, firelight, backlight, haze, smog, drizzle, sleet, pollen, nectar, lipstick, signage, breakfast, lunch, dinner, papercraft, scaffolding, camouflage, upholstery, shrubbery, bubblegum, sap, plankton, oxygen, helium, cocoa, tobacco, chalk, graphite, resin, wax, soap, shampoo, toothpaste, nail polish, eyeliner, mascara, hardwood, ramen, tofu, granola, celery, kale, pesto, salsa, guacamole, hummus, curry, gelato, sorbet, whipped cream, icing, frosting, glaze, garb, apparel, footwear, headgear, eyewear, outerwear, swimwear, sportswear
`);

/** Parts of vehicles and devices: "the wheels" without an owner are those of the thing that was named. */
export const THING_PARTS = wordSet(`
  wheel, tire, tyre, seat, tail, wing, propeller, engine, windshield, headlight, bumper, cockpit, handlebar, pedal, sail,
  mast, deck, button, key, handle, screen, lid, backrest, armrest, dashboard, steering wheel, spoke, antenna
`);

export const UNIQUE_NOUNS = wordSet(
  'sky, sun, moon, horizon, ground, background, foreground, ocean, sea, earth, world, floor, ceiling, universe, night sky, camera, air, sunset, sunrise, wind',
);

/** Nouns that only come in the plural. */
export const PLURAL_ONLY = wordSet(
  'people, passersby, glasses, sunglasses, goggles, jeans, pants, trousers, shorts, leggings, tights, scissors, clothes, pajamas, headphones, overalls, police, cattle, stairs, tweezers, pliers, binoculars, heels, eyeglasses, ruins, woods, trunks, fireworks, men, women, children, feet, teeth, mice, geese, poultry, oxen, sheep',
);

/** Words of measure and grouping: "a group of people" is about people. */
export const GROUP_NOUNS = wordSet(`
  group, set, pair, bunch, collection, pile, stack, row, line, crowd, herd, flock, school, swarm, pack, lot, number, variety,
  series, couple, team, family, cluster, handful, array, assortment, bouquet, bundle, band, fleet, heap, dozen, majority, plenty, lots, dozens, hundreds, thousands, trio, kind, type, sort, selection, mix
`);

/** Words for a portion or vessel; the thing inside counts too: "a cup of coffee". */
export const CONTAINER_NOUNS = wordSet(`
  cup, glass, bowl, plate, bottle, box, bag, basket, jar, mug, pot, pan, can, bucket, tray, piece, slice, sheet, drop, stream, jet, puff,
  cloud, body, patch, field, block, loaf, slab, chunk, scoop, splash, trail, ray, beam, layer, strip, sea, pool, bed, wall, jug, pitcher, vase, carton, pint, shot
`);

/** Words that name the medium of the whole picture. */
export const MEDIA = wordSet(`
  photo, photograph, picture, image, painting, drawing, sketch, illustration, render, rendering, portrait, artwork, art,
  animation, cartoon, video, clip, footage, film, movie, shot, scene, view, closeup, close-up, photography, watercolor, watercolour, snapshot, screenshot,
  still, selfie, landscape, timelapse, time-lapse, vlog, documentary, montage, concept art, vector, woodcut, engraving, etching, collage, comic, wallpaper, tableau, depiction, vista, panorama, style, cgi, trailer
`);

/** Nouns in -ing that are things, not actions. */
export const ING_NOUNS = wordSet(`
  building, painting, ceiling, clothing, evening, morning, wing, ring, king, string, spring, thing, lightning, railing,
  wedding, crossing, earring, drawing, rendering, lighting, engraving, etching, pudding, dumpling, duckling, gosling,
  sibling, sling, swing, wedding, carving, awning, bedding, ping, icing, topping, filling, stuffing, frosting, seasoning, greeting, covering, flooring, siding, opening,
  landing, parking, meeting, something, anything, everything, nothing, viking, sterling, darling, being, trading, stocking, skyscraping, swimming pool, setting, shopping, dining, living, fencing, seating, writing, wiring, molding, moulding, paving, recycling, cooking, bowling, boxing, wrestling, skiing, snowboarding, surfing, fishing, gaming, baking, cutting
`);

export const MALE = wordSet(
  'man, boy, father, dad, king, prince, groom, grandfather, son, brother, guy, gentleman, cowboy, policeman, fisherman, businessman, grandpa, monk, wizard, fireman, actor, waiter, priest, husband',
);

export const FEMALE = wordSet(
  'woman, girl, mother, mom, mum, queen, princess, bride, grandmother, grandma, daughter, sister, lady, nun, witch, ballerina, actress, businesswoman, policewoman, cowgirl, waitress, wife, goddess',
);

/** Nouns for written text itself. */
export const TEXT_NOUNS = wordSet(
  'word, text, headline, caption, title, letter, message, phrase, slogan, inscription, label, lettering, name, logo, heading, subtitle, writing, sentence, quote, number',
);

/** Plurals that look like verbs: "leaves", "waves". They are verbs only where an object follows. */
export const PLURALS_LIKE_VERBS = wordSet(
  'leaves, waves, slices, lights, plants, rocks, signs, drops, boards, flowers, shadows, balls, rings, trains, ships, houses, bubbles, tracks, trails, streams, blocks, bricks, notes, shots, shops, ropes, stars, pots, pans, plates, pictures, paints, figures, masks, boats, fans, hats, benches, branches, bushes, markets, colors, crowns, circles, views, prints',
);

/** Nouns for what no picture can show; nothing is asked about them. */
export const ABSTRACT_NOUNS = wordSet(
  'sense, feeling, emotion, mood, story, testament, blend, mixture, innocence, sorrow, resilience, devastation, conflict, ravage, beauty, tension, silence, essence, nostalgia, hope, joy, love, fear, awe, grace, power, attention, moment, memory, journey, adventure, experience, idea, presence, impression, serenity, tranquility, vibe, color, colour, time, reality, life, effect, detail, resolution, laughter, contrast, depth, hint, theme, end, beginning, happiness, sadness, excitement, curiosity, determination, elegance, drama, mystery, loss, peace, passage, history, meaning, solo, meantime, air, chaos, emotion, devastation, wonder, innocence, atmosphere, spirit, soul, heart of, significance, importance, harmony, focus, balance, speed, rhythm, intensity, strength, pride, anticipation, wind, breeze, function, concept, way, manner, fun, energy, sound, noise, voice, song, tune, melody, heat, warmth, gravity, trick, talent, skill, effort, ability, opportunity, culture, tradition, society, knowledge, wisdom, truth, freedom, future, past, present, size, height, width, era, age, moment',
);
