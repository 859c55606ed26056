import { wordSet } from './word-set.ts';

/** Verbs for what can be seen, base form. Prompts leave out articles ("person wear hat"), so a tagger alone takes many for nouns. */
export const INTRANSITIVE_VERBS = wordSet(`
  sit, stand, walk, run, jump, fly, swim, lie, lay, sleep, rest, lean, hang, fall, float, drift, flow, bounce, roll, slide, spin,
  rotate, swing, dance, sing, laugh, smile, cry, shout, talk, speak, wave, nod, crawl, climb, dive, surf, ski, skate, glide, hover,
  soar, land, swirl, twirl, drip, splash, melt, burn, explode, collapse, crash, shine, glow, sparkle, flicker, blink, bloom,
  grow, rise, set, emerge, approach, arrive, leave, enter, exit, gather, march, gallop, trot, jog, sprint, hop, leap, stroll, wander,
  kneel, crouch, squat, bow, stretch, bend, tilt, twist, turn, shake, tremble, graze, bark, perch, park, travel, sail,
  cruise, speed, race, zoom, move, pose, play, work, study, wait, meditate, sway, dangle, gaze, stare, look, point, reach, step,
  tumble, erupt, billow, rush, stream, squirm, wag, flap, prance, stumble, lounge, flutter, orbit, vibrate, evaporate, freeze, boil, transform, morph, unfold, fade, appear, disappear, loom, stretch, tower, wheel, wrestle, argue, fight, celebrate, cheer, yawn, sneeze, breathe, relax, skateboard, snowboard, hunt, swirl, cascade, hike, cycle, go, come, begin, start, arrive, wake, wade, plunge, circle, stretch, spread, curl, spill, leak, bubble, steam, crumble, shatter, dissolve, vanish, peek, tiptoe, roam, dart, whirl, ripple, sizzle, sprout, stop, lunge, exhale, inhale, sigh, gasp, whisper, stagger, hurry, trudge, pour, glisten, shimmer, gleam, unfurl, collide, merge, rotate, nod, frown, grin, giggle, chat, sneak, skip, slip, trip, tower, stride, retreat, advance, return, battle, frolic, tread, rock, somersault, pirouette, meander, slither, scurry, scamper, prowl, pounce, paddle, wriggle, squint, shrug, duel, spar, swoop, plummet, hurtle, careen, skid, swerve, accelerate, levitate, teleport, blossom, wither, sprawl, recline, nap, doze, snore,
  hiccup, cough, weep, sob, chuckle, chant, hum, whistle, applaud, clap, curtsy, mingle, converse, gossip, joke, shiver, sweat, smoulder, flare, glitter, twinkle, undulate, ooze, trickle, gush, seep, spurt, roar, howl, growl, meow, chirp, squawk, neigh
`);

export const TRANSITIVE_VERBS = wordSet(`
  wear, hold, carry, ride, drive, eat, drink, watch, read, write, draw, paint, use, touch, kick, hit, throw, catch, push, pull, cut, slice,
  chop, pour, stir, mix, cook, bake, fry, grill, wash, clean, open, close, feed, pet, hug, kiss, chase, follow, lead, face, cover,
  surround, fill, lift, raise, lower, drop, pick, put, place, play, shoot, build, make, fix, repair, brush, comb, tie, fold, wrap, spread, scoop,
  squeeze, crush, squish, break, smash, tear, rip, light, blow, spray, sprinkle, water, plant, dig, sweep, mop, iron, sew, knit, type, text, call,
  photograph, film, show, display, examine, inspect, grab, grip, toss, juggle, balance, attach, fasten, contain, include, feature, depict, illuminate, reflect, cast, cross,
  pass, block, support, lick, bite, chew, sip, taste, smell, sniff, smoke, wield, swing, see, view, visit, explore, discover, reveal, enjoy, hunt, peel, roll, toast, decorate, polish, flip, stack, load, splash, swallow, devour, drag, tow, pilot, steer, operate, strum, press, tap, scratch, overlook, line, say, spell, fight, attack, greet, serve, deliver, sell, buy, climb, enter, leave, approach, shake, wave, wag, spin, have, create, produce, form, leave, melt, displace, lift, conduct, perform, play, tell, teach, wash, dip, pluck, sketch, take, give, make, get, bring, catch, keep, hit, send, find, lose, win, operate, pack, unwrap, wrap, share, receive, join, admire, release, launch, blow, unfold, ignite, hammer, pump, hand, destroy, add, offer, guide, use, mix, measure, adjust, arrange, collect, count, fasten, knead, tell, extend, inspire, replace, design, swirl, change, smear, scrub, wipe, stroke, polish, unlock, lock, greet, salute, spank, unzip, zip, hoist, crank, wrap, shuffle, deal, spin,
  shape, mold, mould, sculpt, weave, demand, nip, rake, shovel, grate, whisk, blend, drain, rinse, soak, shave, groom, tickle, cuddle, embrace, caress, massage, rub, pat, poke, nudge, punch, slap, tackle, dribble, dodge, snatch, seize, clutch, clasp, grasp, cradle, heave, haul, carve, engrave, harvest, mow, shear, saddle, inflate, deflate, crack, ignore, avoid, mimic, imitate, navigate, inhabit, guard, protect, rescue, save, capture, trap, nuzzle, munch,
  nibble, gobble, slurp, gulp, brew, garnish, unroll, erase, trace, scribble, doodle, compose, direct, train, instruct, entertain, befriend, accompany, escort, outrun, overtake, encounter, confront, defeat, slay, brandish, sharpen, gather, trade, exchange, swap
`);

/** A bare noun phrase after these is their object even where the article is missing. */
export const STRONGLY_TRANSITIVE = wordSet(
  'wear, hold, carry, ride, use, eat, drink, read, have, make, take, throw, catch, push, pull, play, contain, watch, hit, kick, cut, slice, pour, stir, wield, drive, feed, wash, cook, chase, hug',
);

/** Only people and animals do these: a participle after a lifeless noun belongs to the living one before it. */
export const ANIMATE_VERBS = wordSet(`
  wear, hold, carry, ride, drive, eat, drink, watch, read, write, draw, paint, use, touch, kick, hit, throw, catch, push, pull,
  cut, cook, sit, stand, walk, run, jump, sleep, kneel, crouch, dance, sing, laugh, smile, cry, talk, look, play, pet, hug, kiss, chase, feed,
  lean, squat, gaze, stare, pose, point, reach, surf, ski, skate, swim, climb, crawl, jog, march, stroll, wander, work, study, wait, fight, wave, bark, graze, perch, try, swing, shout, speak, do
`);

/** Verbs of presence: "there are trees present", "a house is located": the clause only says where. */
export const PRESENCE_VERBS = wordSet(
  'see, show, present, locate, situate, place, find, appear, exist, feature, depict, display, capture, include, contain, consist, visible, set, notice, observe, describe, portray, reveal, picture, call',
);

/** What posture a change of place does not need: the verb is kept with prepositions of direction. */
export const DIRECTIONAL_PREPOSITIONS = wordSet(
  'to, into, onto, toward, towards, through, across, along, down, up, past, off, out of, away from, from, over, around, out, against, up into, out into, down into, up from, between, down to, up to',
);

/** Past participles without -ed, as they describe a state: "knees bent", "arms spread". */
export const IRREGULAR_PARTICIPLES = wordSet(
  'clad, bent, held, spread, worn, seen, shown, made, built, drawn, written, torn, broken, hidden, hung, lit, set, cut, put, laid, lost, bound, caught, driven, eaten, fallen, flown, frozen, grown, known, painted, sewn, shot, stuck, sunk, swept, taken, thrown, woven, wound, wrapped, split, kept, led, sat, stood, strewn, surrounded, crossed, raised, bound',
);

/** These never have an object; a bare noun phrase after one ("sitting a red light") lacks its preposition. */
export const NEVER_TRANSITIVE = wordSet(
  'sit, stand, lie, sleep, rest, kneel, crouch, squat, fall, smile, laugh, gaze, stare, look, wait, float, drift, hover, glow, go, come, arrive, appear, kneel, shine, happen, talk, speak, chat',
);

/** Verbs with the particle that belongs to them: "picks up a ball". */
export const PHRASAL_VERBS = wordSet(
  'build up, get off, get on, get up, sit down, stand up, turn around, pick up, put on, sweep up, take off, take out, scoop up, cut down, cut up, blow out, throw away, set up, turn on, turn off, lift up, hold up, hold out, chop up, pull up, pull out, open up, light up, put down, put away, blow up, dig up, hang up, try on, roll up, fill up, clean up, pour out, make up, pull down, push away, push up, take up, tear up, tear off, give out, dry off, lay down, wipe off, raise up, fold up, warm up, wake up, carve out',
);

/** What limbs do; after a phrase in between they still belong to the limb the clause is about. */
export const POSTURE_VERBS = wordSet(
  'bend, raise, fold, stretch, extend, lift, turn, tilt, spread, cross, twist, lean, reach, point, rest, hold, place, bow, angle, face',
);

/** What a person or an animal does as a whole, and no single limb. */
export const WHOLE_BODY_VERBS = wordSet(
  'stand, sit, walk, run, kneel, crouch, squat, jump, dance, balance, swim, sleep, jog, march, stroll, climb, ride, ski, skate, surf, laugh, shout, talk, speak, sing, eat, drink, cry, wait',
);

/** Past tenses that are no participles. */
export const PAST_ONLY = wordSet(
  'drove, rode, ate, flew, ran, sang, swam, wrote, threw, took, gave, went, came, fell, began, drew, grew, knew, wore, tore, blew, saw, shook, spoke, stole, woke, broke, chose, froze, rose, sank, drank, rang, sprang, sat, stood, slept, leapt, slid, shone, wept, met, dove, fled, crept, swung, spun, got, did, had',
);

/** Nothing in a frame shows that somebody does these. */
export const UNSEEN_VERBS = wordSet(
  'happen, occur, mean, think, believe, know, want, need, hear, wonder, remember, forget, decide, hope, wish, symbolize, symbolise, represent, evoke, convey, suggest, inspire, remind, imply, say, tell, ask, reply, answer, explain, seem, exude, embody, invite, transport, immerse, emphasize, emphasise, enhance, highlight, contribute, add to, allow, ensure, hint, relate, belong, depend, promise, intend, plan, like, love, hate, dream',
);
