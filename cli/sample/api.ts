declare global {
  interface Window {
    /** Renders and encodes the sample; the bytes of an MP4 file in base64. */
    renderSample?: () => Promise<string>;
  }
}

export type RenderSample = NonNullable<Window['renderSample']>;
