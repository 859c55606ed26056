/** The five dimensions a clip is judged in. The ids are the literal strings used in reports. */
export const DIMENSIONS = [
  'visual_quality',
  'text_to_video_alignment',
  'temporal_consistency',
  'factual_consistency',
  'dynamic_degree',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** What each dimension is called and asks, in words for a person. */
export const DIMENSION_TEXT: Readonly<Record<Dimension, { name: string; asks: string }>> = {
  visual_quality: {
    name: 'Visual quality',
    asks: 'Is the picture clear, well exposed and free of noise, blocks and banding?',
  },
  text_to_video_alignment: {
    name: 'Match with the prompt',
    asks: 'Is everything the prompt names there, the way the prompt says it?',
  },
  temporal_consistency: {
    name: 'Steadiness over time',
    asks: 'Do things keep their shape, place and look, without flicker, jumps or melting?',
  },
  factual_consistency: {
    name: 'Plausibility',
    asks: 'Does it agree with common sense, anatomy and physics?',
  },
  dynamic_degree: {
    name: 'Motion',
    asks: 'How much moves, and is the motion the prompt asks for visible?',
  },
};

/** Builds a record with one entry per dimension, in the fixed order. */
export function mapDimensions<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return {
    visual_quality: make('visual_quality'),
    text_to_video_alignment: make('text_to_video_alignment'),
    temporal_consistency: make('temporal_consistency'),
    factual_consistency: make('factual_consistency'),
    dynamic_degree: make('dynamic_degree'),
  };
}
