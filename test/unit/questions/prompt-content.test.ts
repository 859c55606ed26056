import { describe, expect, it } from 'vitest';
import { askedAbout, find, textsFor } from './helpers.ts';

describe('entities and attributes', () => {
  it('asks for each entity and each of its looks', () => {
    expect(textsFor('A small green frog sits beside a rusty bucket.')).toEqual(
      expect.arrayContaining([
        'Is there a frog?',
        'Is there a bucket?',
        'Is the frog small?',
        'Is the frog green?',
        'Is the bucket rusty?',
        'Is the frog sitting beside a bucket?',
      ]),
    );
  });

  it('uses the article that the sound asks for, and none for water', () => {
    expect(textsFor('An owl near some water')).toEqual(expect.arrayContaining(['Is there an owl?', 'Is there water?']));
  });

  it('shares a noun between two colours', () => {
    const texts = textsFor('Red and blue kites in the wind');
    expect(texts).toContain('Are there kites?');
    expect(texts).toContain('Are some of the kites red?');
    expect(texts).toContain('Are some of the kites blue?');
  });

  it('keeps two colours of one thing together', () => {
    expect(textsFor('A red and white umbrella on the sand')).toContain('Is the umbrella red and white?');
  });

  it('tells two things of the same name apart', () => {
    const texts = textsFor('A red car next to a blue car');
    expect(texts).toContain('Is there a red car?');
    expect(texts).toContain('Is there a blue car?');
    expect(texts).toContain('Is the red car next to a blue car?');
  });

  it('asks for parts and clothes by their owner', () => {
    const texts = textsFor('A girl wearing a yellow raincoat pets a goat with curved horns.');
    expect(texts).toContain('Is the girl wearing a raincoat?');
    expect(texts).toContain("Is the girl's raincoat yellow?");
    expect(texts).toContain("Are the goat's horns curved?");
    expect(texts).toContain('Is the girl petting a goat?');
  });

  it('knows names', () => {
    expect(textsFor('Ada Lovelace reads a letter in New York City')).toContain('Is Ada Lovelace visible?');
  });
});

describe('counts', () => {
  it.each([
    ['Three lambs on a hill', 'Are there three lambs?'],
    ['3 lambs on a hill', 'Are there 3 lambs?'],
    ['A couple of lambs on a hill', 'Are there two lambs?'],
    ['Several lambs on a hill', 'Are there several lambs?'],
  ])('%s', (prompt, text) => {
    const question = find(prompt, text);
    expect(question.kind).toBe('count');
    expect(question.parents).toEqual(['entity_present.lambs']);
  });

  it('does not count one', () => {
    expect(askedAbout('One lamb on a hill').some((question) => question.kind === 'count')).toBe(false);
  });
});

describe('actions and relations', () => {
  it('asks who does what to what', () => {
    const question = find('A potter shapes a vase while an apprentice watches.', 'Is there a potter?');
    expect(question.entity).toBe('potter');
    expect(textsFor('A robot paints a portrait of a queen')).toContain('Is the robot painting a portrait of a queen?');
  });

  it('asks of both in a list of subjects', () => {
    const texts = textsFor('A man and a woman dance in a ballroom.');
    expect(texts).toContain('Is the man dancing in a ballroom?');
    expect(texts).toContain('Is the woman dancing in a ballroom?');
  });

  it('follows a sequence', () => {
    const texts = textsFor('A cook slices two onions, then adds them to a pan, then stirs with a spatula.');
    expect(texts).toContain('Is the cook slicing the onions?');
    expect(texts).toContain('Is the cook stirring with a spatula?');
    expect(texts).toContain('Is the cook adding the onions?');
  });

  it('reads relations of several words', () => {
    const question = find('A teapot to the left of a stack of books', 'Is the teapot to the left of a stack of books?');
    expect(question.kind).toBe('relation');
    expect(question.parents).toEqual(['entity_present.teapot', 'entity_present.books']);
  });

  it('says where in the picture', () => {
    expect(textsFor('A tractor in the foreground, and in the background a barn')).toEqual(
      expect.arrayContaining(['Is the tractor in the foreground?', 'Is the barn in the background?']),
    );
  });

  it('turns a telegraphic fact into a sentence', () => {
    expect(textsFor('person hold umbrella. dog under table')).toEqual(
      expect.arrayContaining(['Is the person holding an umbrella?', 'Is the dog under a table?']),
    );
  });
});

describe('coreference', () => {
  it('takes up the entity again', () => {
    const texts = textsFor('A boy runs along a pier. He is holding a kite and his shirt is striped.');
    expect(texts).toContain('Is the boy holding a kite?');
    expect(texts).toContain("Is the boy's shirt striped?");
  });

  it('chooses by gender', () => {
    const texts = textsFor('A king talks to a queen. She is wearing a crown.');
    expect(texts).toContain('Is the queen wearing a crown?');
  });

  it('lets an object pronoun stand for something else than who acts', () => {
    expect(textsFor('A woman picks apples and washes them.')).toContain('Is the woman washing the apples?');
  });
});

describe('negation', () => {
  it.each([
    ['An empty square without people', 'Are there any people?'],
    ['A snowy street, no cars', 'Are there any cars?'],
  ])('%s', (prompt, text) => {
    const question = find(prompt, text);
    expect(question.kind).toBe('entity_absent');
    expect(question.polarity).toBe('negative');
  });

  it('wants an action not to happen', () => {
    const question = find('A toddler is not crying', 'Is the toddler crying?');
    expect(question.polarity).toBe('negative');
    expect(question.kind).toBe('action');
  });
});

describe('written text', () => {
  it('asks whether its carrier shows it', () => {
    const question = find('A wooden sign that says "Fresh Eggs" by the road', 'Does the sign say “Fresh Eggs”?');
    expect(question.kind).toBe('rendered_text');
    expect(question.quote).toBe('Fresh Eggs');
    expect(question.parents).toEqual(['entity_present.sign']);
  });

  it('does not look for what a person says', () => {
    const kinds = askedAbout('A man says "good morning" to a dog').map((question) => question.kind);
    expect(kinds).not.toContain('rendered_text');
  });

  it('asks for lettering without a carrier', () => {
    expect(textsFor('"THE END"  fading in')).toContain('Does “THE END” appear in the clip?');
  });
});

describe('time, look and camera', () => {
  it('asks for the time of day', () => {
    const question = find('A harbour at dawn', 'Is it dawn?');
    expect(question.kind).toBe('scene');
  });

  it.each([
    ['A fox crosses a river, cinematic', 'Is the clip cinematic?'],
    ['A fox crosses a river, 4k', 'Is the clip 4k?'],
    ['A fox crosses a river, in the style of Hokusai', 'Is the clip in the style of Hokusai?'],
    ['A fox crosses a river, shallow depth of field', 'Does the clip have shallow depth of field?'],
    ['A watercolor painting of a fox crossing a river', 'Is this a watercolor painting?'],
  ])('%s', (prompt, text) => {
    expect(find(prompt, text).kind).toBe('style');
    expect(textsFor(prompt)).toContain('Is there a fox?');
  });

  it.each([
    ['The camera pans left over a canyon', 'pan_left'],
    ['A canyon, slow pan to the right', 'pan_right'],
    ['A canyon, the camera tilts up', 'tilt_up'],
    ['A canyon, slow zoom in', 'zoom_in'],
    ['The camera zooms out from a canyon', 'zoom_out'],
    ['A canyon, static camera', 'static'],
    ['A canyon, handheld footage', 'handheld'],
    ['The camera orbits around a statue', 'orbit'],
    ['The camera follows a cyclist', 'moving'],
    ['Dolly in on a canyon', 'zoom_in'],
  ])('%s', (prompt, move) => {
    const cameras = askedAbout(prompt).filter((question) => question.kind === 'camera');
    expect(cameras.map((question) => question.cameraMove)).toEqual([move]);
  });

  it.each([
    ['Aerial drone shot of a reef', 'Is this an aerial drone shot?'],
    ['Close-up of a reef', 'Is this a close-up?'],
    ['Time-lapse of a reef', 'Is this a time-lapse?'],
  ])('%s', (prompt, text) => {
    expect(find(prompt, text).kind).toBe('camera');
    expect(textsFor(prompt)).toContain('Is there a reef?');
  });

  it('takes no camera question from lettering', () => {
    const kinds = askedAbout('A poster reading "zoom in"').map((question) => question.kind);
    expect(kinds).not.toContain('camera');
  });
});

describe('finding the verb', () => {
  it.each([
    ['A crowd watches from the pier', 'Is the crowd watching from the pier?'],
    ['An old blacksmith hammers glowing iron', 'Is the blacksmith hammering iron?'],
    ['A bird with long legs stands in a marsh', 'Is the bird standing in a marsh?'],
    ['A sign that says "Open" hangs above a door', 'Is the sign hanging above a door?'],
    ['An apple falls and bounces on the floor', 'Is the apple bouncing on the floor?'],
    ['The cars drove fast', 'Are the cars driving fast?'],
    ['Two singers in silver coats take a bow', 'Are the singers taking a bow?'],
    ['A cyclist through a tunnel', 'Is the cyclist moving through the tunnel?'],
    ['Behind the shed is a wheelbarrow', 'Is the wheelbarrow behind the shed?'],
  ])('%s', (prompt, text) => {
    expect(textsFor(prompt)).toContain(text);
  });

  it('takes a plural for a plural', () => {
    expect(textsFor('Autumn leaves on a lake')).toContain('Are there autumn leaves?');
    expect(textsFor('A green traffic light')).toContain('Is there a traffic light?');
  });
});

describe('what belongs to what', () => {
  it.each([
    ['A canoe on a lake, with tall reeds on the shore', 'Are the reeds on the shore?'],
    ['There is a tray on the shelf with a candle on it', 'Is the candle on the tray?'],
    ['A tractor drives by. The wheels are muddy.', "Are the tractor's wheels muddy?"],
    ['A slice of melon lies on a napkin', 'Is the slice of melon lying on a napkin?'],
    ['A girl holds a lantern. The lantern is green.', "Is the girl's lantern green?"],
    ['A dress made of crumpled silver foil', 'Is the dress made of crumpled silver foil?'],
    ['boat next to boat. gull above boat', 'Is one boat next to another?'],
    ['An otter on a black background', 'Is the background black?'],
  ])('%s', (prompt, text) => {
    expect(textsFor(prompt)).toContain(text);
  });

  it('does not take scenery for a part', () => {
    const texts = textsFor('A canoe on a lake, with tall reeds on the shore').join(' ');
    expect(texts).not.toMatch(/have (?:tall )?reeds/u);
  });

  it('gives every look of a list to what the list is about', () => {
    const texts = textsFor('an iron owl, gears, rusty, lifelike, watercolor');
    expect(texts).toContain('Is the iron owl rusty?');
    expect(texts).toContain('Is the iron owl shown with gears?');
    expect(texts).toContain('Is the picture of the iron owl lifelike?');
  });
});

describe('how people type prompts', () => {
  it('drops the request around the content', () => {
    expect(textsFor('Please create a short video of a heron in a marsh')).toEqual(textsFor('a heron in a marsh'));
  });

  it('reads capitals only as plain text', () => {
    expect(textsFor('A HERON STANDS IN A MARSH')).toEqual(textsFor('a heron stands in a marsh'));
  });

  it('does not ask for what no picture can show', () => {
    expect(textsFor('A heron in a marsh with a sense of hope').join(' ')).not.toMatch(/sense|hope/u);
  });
});

describe('flags and measures', () => {
  it('heeds the flags that say what to see', () => {
    const texts = textsFor('a fox on a hill, art by Ada Moss --ar 16:9 --no people --seed 7');
    expect(texts).toContain('Is the aspect ratio 16:9?');
    expect(texts).toContain('Is this art by Ada Moss?');
    expect(find('a fox on a hill --no people', 'Are there any people?').polarity).toBe('negative');
  });

  it('takes no measure for a thing', () => {
    expect(textsFor('Eight side chairs, 37 x 16 x 17 in (95 x 42 x 44 cm)').join(' ')).not.toMatch(
      /\b(?:cms?|xe?s?)\b/u,
    );
  });
});
