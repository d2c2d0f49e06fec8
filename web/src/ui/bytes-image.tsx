import { useCallback, type ComponentProps } from 'react';

export interface BytesImageProps extends Omit<ComponentProps<'img'>, 'src' | 'ref' | 'alt'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly alt: string;
}

/** An image that this device holds. Its address is given back with the element. */
export function BytesImage({ bytes, contentType, alt, ...image }: BytesImageProps) {
  const show = useCallback(
    (element: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([bytes], { type: contentType }));
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [bytes, contentType],
  );
  return <img {...image} ref={show} alt={alt} />;
}
