import { useEffect, useState } from 'react';
import { findSample, type Sample } from '../state/sample.ts';

/** The sample that comes with this build; null until it is known, and when there is none. */
export function useSample(): Sample | null {
  const [sample, setSample] = useState<Sample | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    // Without a sample the page is whole; there is nothing to tell the person.
    findSample(controller.signal).then(setSample, () => undefined);
    return () => controller.abort();
  }, []);
  return sample;
}
