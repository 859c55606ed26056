import { cutCameraInstructions } from './camera.ts';
import { chunk } from './chunks.ts';
import { ClauseReader } from './clauses.ts';
import { EntityRegistry } from './entities.ts';
import { cutStyleOf, takeStyles } from './look.ts';
import { settlePartsOfSpeech } from './parts-of-speech.ts';
import { cutQuotes } from './quotes.ts';
import { emptyScene, type Scene } from './scene.ts';
import { tokenize } from './tokens.ts';

/**
 * Reads an English prompt into what it asks to be in the clip.
 * @param prompt normalised text, see normalisePrompt
 */
export function parsePrompt(prompt: string): Scene {
  const scene = emptyScene();
  const quoted = cutQuotes(prompt);
  const filmed = cutCameraInstructions(quoted.text);
  const styled = cutStyleOf(filmed.text);
  scene.cameras = filmed.cameras;
  scene.styles = styled.styles;
  const reader = new ClauseReader(scene, new EntityRegistry(scene), quoted.quotes);
  for (const sentence of tokenize(styled.text)) {
    settlePartsOfSpeech(sentence);
    const { rest, styles } = takeStyles(sentence);
    scene.styles.push(...styles);
    reader.read(chunk(rest));
  }
  return scene;
}
