import { describe, expect, it } from 'vitest';
import { askedAbout, find, textsFor } from './helpers.ts';

describe('coreference', () => {
  it.each([
    ['A labrador runs along a beach. The dog is wet.', 'Is the labrador wet?', 'Is there a dog?'],
    ['A surfer rides a wave. The man is smiling.', 'Is the surfer smiling?', 'Is there a man?'],
    ['Someone skates past. The person is tall.', 'Is the person tall?', 'Is there someone?'],
  ])('takes up a thing by its kind: %s', (prompt, text, other) => {
    expect(textsFor(prompt)).toContain(text);
    expect(textsFor(prompt)).not.toContain(other);
  });

  it('keeps two apart that the kind does not tell', () => {
    expect(textsFor('A boy greets a man. The man is tall.')).toEqual(
      expect.arrayContaining(['Is there a boy?', 'Is there a man?', 'Is the man tall?']),
    );
  });

  it('tells one of two from the other', () => {
    const texts = textsFor('Two dogs run on a beach. One is brown and the other is white.');
    expect(texts).toContain('Is one of the dogs brown?');
    expect(texts).toContain('Is the other dog white?');
    expect(texts).not.toContain('Is the other dog visible?');
  });

  it('lets those who act on each other act together', () => {
    const texts = textsFor('A nurse and a pilot, facing each other');
    expect(texts).toContain('Are the nurse and the pilot facing each other?');
    expect(texts.join(' ')).not.toContain('Is the nurse facing each other');
  });

  it('calls a person as the prompt does', () => {
    expect(textsFor('A doctor combs her hair')).toContain('Is the doctor combing her hair?');
  });

  it('gives clothes to the only one who could wear them', () => {
    expect(textsFor('A clerk waits at a counter. The jacket is grey.')).toContain("Is the clerk's jacket grey?");
  });
});

describe('shared heads', () => {
  it('counts each group of a list', () => {
    expect(textsFor('two green and three yellow tents on a hill')).toEqual(
      expect.arrayContaining(['Are there two green tents?', 'Are there three yellow tents?']),
    );
  });

  it('reads a noun into "one"', () => {
    expect(textsFor('A bigger boat follows a smaller one')).toContain('Is the bigger boat following a smaller boat?');
  });

  it('keeps the place of a thing in its name', () => {
    const texts = textsFor('A van with a sticker on the back window, other people nearby');
    expect(texts).toContain("Is the van's sticker on the back window?");
    expect(texts).toContain('Are there other people?');
    expect(texts.join(' ')).not.toMatch(/window back|people other/u);
  });
});

describe('comparisons, order, layers', () => {
  it('compares', () => {
    const texts = textsFor('A cat and a dog sit on a sofa. The cat is larger than the dog.');
    expect(texts).toContain('Is the cat larger than the dog?');
    expect(texts).not.toContain('Is the cat larger?');
  });

  it('asks for the order that "then" tells', () => {
    expect(textsFor('A clerk takes off a hat and then puts it on the table.')).toContain(
      'Is the clerk taking off the hat and then putting it on the table?',
    );
    expect(textsFor('A clerk takes off a hat and puts it on the table.').join(' ')).not.toContain('and then');
  });

  it('sets what is in front against the background', () => {
    const texts = textsFor('A tram stops at a kiosk. In the background there is a bridge.');
    expect(texts).toContain('Is the tram in front of the bridge?');
    expect(texts).toContain('Is the bridge in the background?');
    expect(texts).not.toContain('Is the bridge in front of the tram?');
  });

  it('puts nobody in the pan', () => {
    const texts = textsFor('A woman fries two eggs in a pan');
    expect(texts).toContain('Are the eggs in a pan?');
    expect(texts).not.toContain('Is the woman in a pan?');
  });
});

describe('limbs', () => {
  it('begins a new statement with each limb', () => {
    const texts = textsFor('legs apart left arm bent at the elbow head tilted to the right');
    expect(texts).toContain('Are the legs apart?');
    expect(texts).toContain('Is the left arm bent at the elbow?');
    expect(texts).toContain('Is the head tilted to the right?');
  });

  it('asks for a posture of two parts at once', () => {
    const texts = textsFor('The right arm is bent and facing down, the left arm is back and straight');
    expect(texts).toContain('Is the right arm bent and facing down?');
    expect(texts).toContain('Is the left arm back and straight?');
    expect(texts).not.toContain('Is the right arm bent?');
  });
});

describe('names', () => {
  it('reads a title with its name', () => {
    expect(textsFor('Dr. Moss sits on a bench')).toEqual(
      expect.arrayContaining(['Is Dr Moss visible?', 'Is Dr Moss sitting on a bench?']),
    );
  });

  it('takes artists in a list for a look', () => {
    const texts = textsFor('a castle on a rock, artgerm, greg rutkowski, alphonse mucha');
    expect(texts.filter((text) => text.includes('in the style of'))).toHaveLength(3);
    expect(texts.join(' ')).not.toMatch(/there (?:a |an )?(?:artgerm|greg|alphonse)/u);
  });

  it('does not take somebody in the picture for an artist', () => {
    expect(textsFor('Bob Ross paints a mountain')).toContain('Is Bob Ross painting the mountain?');
  });

  it('asks for a place and what it is of when both are long', () => {
    const texts = textsFor('the skyline of New York City');
    expect(texts).toContain('Is there a skyline?');
    expect(texts).toContain('Is New York City visible?');
  });
});

describe('written text', () => {
  it.each([
    ["a tablet with the word 'delete' on the screen", "Is the word “delete” on the tablet's screen?"],
    ["a chair with the text 'stay' carved into the backrest", "Is the text “stay” carved into the chair's backrest?"],
    ["a leaflet with the headline 'Now' and the text 'Later'", 'Does the leaflet have the text “Later”?'],
  ])('%s', (prompt, text) => {
    expect(find(prompt, text).kind).toBe('rendered_text');
  });

  it('is to be read and to stay', () => {
    const beyond = askedAbout('a billboard with the words "Last Call"').filter(
      ({ dimension }) => dimension !== 'text_to_video_alignment',
    );
    expect(beyond.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Is the text legible, with well-formed letters?',
        'Does the text keep the same letters throughout the clip?',
      ]),
    );
  });
});

describe('looks', () => {
  it('keeps a look of several words in one question', () => {
    expect(textsFor('A fox crosses a river, dramatic cinematic lighting')).toContain(
      'Does the clip have dramatic cinematic lighting?',
    );
  });

  it('asks for a medium and its look apart', () => {
    const texts = textsFor('a lifelike pencil illustration of a heron');
    expect(texts).toContain('Is this a pencil illustration of the heron?');
    expect(texts.some((text) => /lifelike\?$/u.test(text))).toBe(true);
  });
});

describe('what no frame shows', () => {
  it.each([
    ['An old wall in the heart', /heart/u],
    ['Ruins tell a story of devastation', /story|telling/u],
    ['Laughter fills the air above a pond', /\bair\b/u],
    ['A cabinet between two sinks means order', /mean/u],
    ['A warm and loving scene with a boy', /there a scene/u],
  ])('%s', (prompt, unwanted) => {
    expect(textsFor(prompt).join(' ')).not.toMatch(unwanted);
  });
});
