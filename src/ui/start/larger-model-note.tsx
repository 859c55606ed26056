import { Disclosure } from '../common/disclosure.tsx';
import styles from './larger-model-note.module.css';

/** What the model that comes with Loupe does not judge, and how to get one that does. */
export function LargerModelNote() {
  return (
    <Disclosure title="What a larger model adds" className={styles.note}>
      <div className={styles.text}>
        <p>
          The small model that comes with Loupe sees pictures and nothing else: blur, noise, light, colour. It knows no
          things, no people and no actions. A larger one answers whether the clip shows what its prompt asks for,
          whether hands and bodies are right, and whether what happens could happen, each with a reason.
        </p>
        <p>To get one, run this once in Loupe’s folder, and open the page again:</p>
        <pre className={styles.command}>npm run models -- get SmolVLM2-256M-Video-Instruct</pre>
        <p>
          It is asked instead of the small one from then on. <code>npm run models -- list</code> names others.
        </p>
      </div>
    </Disclosure>
  );
}
