const list = (nouns: string): string[] => nouns.split(',').map((noun) => noun.trim());

/**
 * Nouns that are no label although WordNet's order of senses, from text of another age and kind, says so: what a prompt means by
 * them is something else, or is so as often.
 */
export const NOT_SEEN: readonly string[] = [
  // Several things that are seen as often: an animal and a machine, a sportsman and a jug.
  ...list(
    `mouse, bat, crane, cardinal, pitcher, batter, speaker, trainer, stroller, cub, canary, ruler, model, twister, maltese, lounge,
    drone, launch, gig, sub, boxer shorts, guide, extra, ward, pop, punk, junior, minor, senior, offspring`,
  ),
  // Somebody as a figure of speech; in a prompt an animal, a monster or another being.
  ...list(
    `alien, antagonist, anthropoid, badger, beater, blimp, cuckoo, dummy, fossil, gadfly, gopher, guinea pig, glutton, lama, manikin,
    mannequin, monster, nag, nighthawk, omnivore, packrat, peewee, piranha, pouter, predator, prey, primate, rat, scab, scorpion, setter, shrew,
    skunk, snake, strawman, scarecrow, varmint, vermin, vixen, warbler, wasp, watchdog, weasel, whale, wolf, wriggler, zombi, figurehead, doll,
    ghost, fiend, ghoul, puppet, spirit, vision, idol, icon, bunny, minion, avenger, likeness, imago`,
  ),
  // Somebody who does it; in a prompt the tool, the part or the vehicle that does.
  ...list(
    `abductor, adapter, applier, backstop, barker, blocker, booster, bomber jacket, breaker, buff, calculator, changer, charger, checker, choker,
    coaster, comforter, controller, conveyer, computer, cooler, crank, crawler, creeper, crimper, cultivator, cutter, decoder, decoy, digger, distributor,
    divider, dragger, ejector, edger, excavator, eater, fastener, finisher, fixer, floater, hanger, harvester, hood, juicer, lifesaver, loafer, loaner,
    lookout, masher, mixer, nester, nipper, organiser, organizer, peeler, pivot, planner, planter, plotter, plunger, pointer, preserver, printer,
    prompter, pruner, pusher, putter, rake, repeater, riveter, roaster, rocker, romper, roller, scratcher, searcher, seasoner, selector, sender, server,
    shaker, shaper, sharpie, shaver, shifter, shoveler, shooter, sinker, skidder, slasher, sleeper, slider, smoothie, snorter, sorter, splicer, spoiler, sprayer,
    squealer, stamper, steamer, stirrer, striker, stringer, sucker, synthesizer, synthesiser, tackle, tacker, tester, thruster, tier, tilter, tipper, topper,
    trailer, trawler, trencher, tuner, vamp, voider, washer, weeder, whaler, winker, wrecker, automaton, attache, bearer, flyer, flier, interceptor`,
  ),
  // Somebody by a metaphor or as a role, or not to be seen at all.
  ...list(
    `antecedent, antique, aquarius, aries, capricorn, gemini, leo, libra, scorpio, virgo, arrival, authority, bellwether, best, bombshell,
    bourbon, butterball, client, cog, cooky, coon, corsair, dear, derelict, dick, digit, dike, doormat, dragon, faggot, figure, fill in, fodder, fruitcake,
    gobbler, ideal, incarnation, jack, joker, khan, loggerhead, macaroni, mainstay, mantrap, maroon, marquise, mate, maverick, mute, native, obstructor,
    omaha, oracle, opposite, ordinary, ottawa, paddy, palatine, personality, pi, pinhead, popinjay, prick, privateer, puke, quiche, ratter, reformer,
    replacement, reserve, rip, self, snot, songster, star, stiff, subject, superior, taco, talent, tattler, teaser, tripper, turncock, white, lame, victim,
    dead, body, character, creature, part, lead, light, sight, image, original, copy, fraud, quack, beauty, gem, treasure, angel, deity, soul, mortal, being,
    fixture, blur, snowflake, flicker, darter, chat, wader, reeve, longlegs, firebird, rays, masters`,
  ),
  // Kinds of a label that are seen as something else.
  ...list(
    `shipwreck, tin can, knockabout, technical, ice machine, ice chest, dutch oven, electric, penalty box, flat bench, canteen, gourd, long beard, magnum,
    inkpot, punch bag, punching ball, lower, mount, buckskin, pacer, pacesetter, entire, dun, three year old, two year old, stable companion,
    beef, longhorn, western, delicious, prima, jonathan, cortland, tea maker, white tie, gingerbread man, dog biscuit,
    instructions, pop up, yearly, spell checker, album, disco ball, mirror ball, yarn ball, christmas ball, bleachers, pliers, gps, kansas, mews, record album, phonograph album, best seller, brochure, sketch block, granola bar`,
  ),
];
