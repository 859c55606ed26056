import { describe, expect, it } from 'vitest';
import { find, textsFor } from './helpers.ts';

/** A prompt, what must be asked of it, and what must not. */
type Case = readonly [prompt: string, asked: readonly string[], notAsked?: readonly string[]];

function check(cases: readonly Case[]): void {
  for (const [prompt, asked, notAsked = []] of cases) {
    it(prompt, () => {
      const texts = textsFor(prompt);
      expect(texts).toEqual(expect.arrayContaining([...asked]));
      for (const text of notAsked) expect(texts).not.toContain(text);
    });
  }
}

describe('who does it', () => {
  check([
    [
      'A man in a blue shirt and a woman with a cane are dancing',
      ['Is the man dancing?', 'Is the woman dancing?'],
      ['Is the man with a woman?'],
    ],
    ['Before leaving the shop, a boy ties his shoes', ['Is the boy leaving the shop?'], ['Is there a person?']],
    ['A dwarf in a cave who is raking sand', ['Is the dwarf raking sand?'], ['Is the cave raking sand?']],
    [
      'A pianist, whose hands are old, plays a song',
      ['Is the pianist playing a song?', "Are the pianist's hands old?"],
    ],
    ['The person leans forward with their torso while standing on a rug', ['Is the person standing on a rug?']],
    ['Two players, one in red and one in white, jump for a ball', ['Are the players jumping for a ball?']],
    ['A kitten and a puppy sleep side by side', ['Are the kitten and the puppy sleeping side by side?']],
    ['The adventures of a sailor wearing a helmet', ['Is the sailor wearing a helmet?']],
    ['A woman with long hair and a bag hikes up a hill', ['Is the woman hiking up the hill?'], ['Is the bag hiking?']],
    ['A small green alien waves at a boy', ['Is the alien waving at a boy?'], ['Are there waves?']],
    ['Rain falls on an umbrella held by a man', ['Is the umbrella held by a man?'], ['Is the rain held by a man?']],
    ['Both knees are bent he looks ahead', ['Is the person looking ahead?'], ['Are the knees bent the person?']],
  ]);
});

describe('what is done', () => {
  check([
    ['A man gives his dog a bone', ['Is the man giving a bone to his dog?']],
    ['A boat, painted in blue, rocks gently on the waves', ['Is the boat rocking on the waves?'], ['Are there rocks?']],
    ['A detective lights a pipe, takes a long drag, and leaves', ['Is the detective taking a drag?']],
    ['Passersby drop coins into a case', ['Are the passersby dropping coins?']],
    ['A toddler tries to put on a coat', ['Is the toddler trying to put on a coat?']],
    ['A runner is getting ready to throw a stone', ['Is the runner getting ready to throw a stone?']],
    ['A player jumps up to block a ball', ['Is the player blocking a ball?']],
    ['A barista pours steamed milk', ['Is the barista pouring milk?', 'Is the milk steamed?']],
    ['A cyborg, spray-painting a bird on a wall', ['Is the cyborg spray-painting a bird?']],
    ["A robot's left arm moves and its right eye glows", ["Is the robot's right eye glowing?"], ['Is there a person?']],
    ['A friend sitting a red light', ['Is the friend sitting at a light?']],
    ['A runner falls during a game', ['Is the runner falling during a game?']],
    ["It doesn't look like a bus. It is a train.", [], ['Is there any look?']],
  ]);

  it('takes "neither" for no', () => {
    expect(find('Neither the cat nor the dog is moving', 'Is the cat moving?').polarity).toBe('negative');
  });

  it('spells what somebody does', () => {
    expect(textsFor('A boy squats, grins and stares')).toEqual(
      expect.arrayContaining(['Is the boy squatting?', 'Is the boy grinning?', 'Is the boy staring?']),
    );
  });
});

describe('where it is', () => {
  check([
    ['A house where you can see a bed', ['Is the bed in the house?']],
    ['There is a car on a road. On which I can see a flag.', ['Is the flag on the car?']],
    ['There is a cup, a fork, on a plate', ['Is the cup on a plate?', 'Is the fork on a plate?']],
    ['A tank with a fish inside', ['Is the fish inside the tank?'], ['Is the fish inside?']],
    ['A jar stands between a vase and a clock', ['Is the jar standing between the vase and the clock?']],
    ['On one of the fingers is a ring', ['Is the ring on the fingers?']],
    ['A plum on the left and a fig on the right', ['Is the plum on the left?', 'Is the fig on the right?']],
    [
      'A boat on a lake with a tower in the background',
      ['Is the tower in the background?'],
      ['Is the boat in the background?'],
    ],
    ['An owl is perched upside down on a branch', ['Is the owl on a branch?']],
    ['A train on a track near some trees', ['Is the train near trees?']],
    ['Is there a cat. There is a rug under it.', ['Is the rug under the cat?']],
  ]);
});

describe('how it looks', () => {
  check([
    ['A cat with happy, angry and sad faces', [], ['Is the cat happy?']],
    ['A black color chair', ['Is the chair black?'], ['Is there a color chair?']],
    ['A dimly lit bar', ['Is the bar dimly lit?']],
    ['A really floofy cat', ['Is the cat really floofy?']],
    ['Masks with happy, angry and sad faces', ["Are the masks' faces angry?"], ['Are the masks happy?']],
    ['Feet shoulder width apart', ['Are the feet shoulder width apart?'], ['Is there a shoulder width?']],
    ['A cat as a gangster', ['Is the cat a gangster?'], ['Is the cat as a gangster?']],
    ['A girl wearing a bucket as a hat', ['Is the girl wearing a bucket as a hat?']],
    ['The van is bigger than the car and faster than the bus', ['Is the van faster than the bus?']],
    ['A set of four striped mugs', ['Are there four mugs?']],
    ['Vintage oak chairs, set of 6', ['Are there 6 oak chairs?'], ['Is there a set?']],
    ['A dozen eggs in a basket', ['Are there a dozen eggs?']],
    ["A gecko wearing a conductor's hat", ["Is the gecko wearing a conductor's hat?"], ['Is there a conductor?']],
    ['Colorful fish and a crab', ['Are there fish?'], ['Is there a fish?']],
  ]);
});

describe('how it is filmed and made', () => {
  check([
    ['A lane shot on 35mm film', ['Does the clip look shot on 35mm film?'], ['Is there a 35mm film?']],
    ['A shadow, seen from the point of view of an ant', ['Is the scene shown from the point of view of an ant?']],
    ['A woman at a desk, seen from behind', ['Is the scene shown from behind?'], ['Is the woman behind?']],
    ['Extreme close-up of an eye', ['Is this an extreme close-up?']],
    ['Photos of dogs', ['Are these photos of the dogs?']],
    ['A lion under a tree, painted in watercolor', ['Is the picture of the lion painted in watercolor?']],
    ['Brown paper bags stock photo © someone', ['Are there paper bags?'], ['Is there a stock photo?']],
    ['A shed in a large Victorian style kitchen', [], ['Is the picture of the shed in the style of large Victorian?']],
    ["'Hello' written in leaves on a pond", ['Is “Hello” written in leaves?'], ['Is there a person?']],
  ]);
});
