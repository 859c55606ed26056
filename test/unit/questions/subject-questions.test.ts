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
});
