import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/domain/question.ts';
import { askedAbout } from './helpers.ts';

function beyondPrompt(prompt: string): Question[] {
  return askedAbout(prompt).filter((question) => question.dimension !== 'text_to_video_alignment');
}

describe('questions about the main entities', () => {
  it('asks about the anatomy of people and animals', () => {
    expect(beyondPrompt('A nurse smiles').find((question) => question.kind === 'anatomy')?.text).toContain('fingers');
    expect(beyondPrompt('A horse gallops').find((question) => question.kind === 'anatomy')?.text).toContain('legs');
  });

  it('asks about the flow of liquids and not about their shape', () => {
    const kinds = beyondPrompt('Milk splashes').map((question) => question.kind);
    expect(kinds).toContain('physics');
    expect(kinds).not.toContain('identity_stable');
    expect(kinds).not.toContain('deformation');
    expect(kinds).not.toContain('anatomy');
  });

  it('asks about motion only of what moves', () => {
    expect(beyondPrompt('A tram drives by').map((question) => question.kind)).toContain('motion_present');
    expect(beyondPrompt('A tram').map((question) => question.kind)).not.toContain('motion_present');
  });

  it('asks about the one who acts before the place', () => {
    const [first] = beyondPrompt('In a huge cathedral a monk lights a candle');
    expect(first?.entity).toBe('monk');
  });

  it('asks in both polarities', () => {
    const polarities = new Set(beyondPrompt('A skater jumps over a bench').map((question) => question.polarity));
    expect(polarities).toEqual(new Set(['positive', 'negative']));
  });

  it.each([
    ['A potter shapes clay and holds a brush', "Do the potter's hands have missing, extra or fused fingers?"],
    ['An owl glides over a field', 'Does the owl have missing, extra or distorted wings, legs or other body parts?'],
    ['A car races down a road', "Do the car's wheels turn and stay in place as it moves?"],
    ['A campfire burns', 'Does the campfire burn and flicker the way it would in reality?'],
    ['A calm lake', 'Does the surface of the lake move and reflect the way water would in reality?'],
    ['A robot dances', 'Does the robot have missing, extra or distorted limbs or other parts?'],
    ['Pancake batter drips from a spoon', 'Does the pancake batter flow and spread the way it would in reality?'],
  ])('asks by what the thing is and does: %s', (prompt, text) => {
    expect(beyondPrompt(prompt).map((question) => question.text)).toContain(text);
  });

  it('asks for no lasting shape of what happens', () => {
    const kinds = beyondPrompt('a horse race is happening').map((question) => question.kind);
    expect(kinds).not.toContain('identity_stable');
    expect(kinds).not.toContain('common_sense');
  });

  it('leaves room for the main entities however much a prompt names', () => {
    const many = 'A tall thin old baker in a white hat and a blue apron carries six round golden loaves past red carts';
    expect(beyondPrompt(many).length).toBeGreaterThanOrEqual(3);
  });
});
