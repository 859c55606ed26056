import { useEffect, useState } from 'react';

interface StillImageProps {
  image: Blob;
  /** Empty where the words beside it say what it shows. */
  alt: string;
  className?: string | undefined;
  /** Told the picture's size in pixels once it is there. */
  onSize?: (width: number, height: number) => void;
}

/** A picture from memory. It owns its object URL for as long as it is on the page. */
export function StillImage({ image, alt, className, onSize }: StillImageProps) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(image);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  return (
    <img
      className={className}
      src={url}
      alt={alt}
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget }) => onSize?.(currentTarget.naturalWidth, currentTarget.naturalHeight)}
    />
  );
}
