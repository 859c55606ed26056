import { useEffect, useState } from 'react';

interface StillImageProps {
  image: Blob;
  /** Empty where the words beside it say what it shows. */
  alt: string;
  className?: string | undefined;
}

/** A picture from memory. It owns its object URL for as long as it is on the page. */
export function StillImage({ image, alt, className }: StillImageProps) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(image);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  return <img className={className} src={url} alt={alt} decoding="async" draggable={false} />;
}
