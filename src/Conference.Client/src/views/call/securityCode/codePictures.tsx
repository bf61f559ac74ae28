import type { ComponentChildren } from 'preact';

/** By number; they differ in shape, so that no one needs to see colours. */
export const codePictures = [
  'anchor',
  'bell',
  'boat',
  'cloud',
  'cup',
  'drop',
  'fish',
  'flag',
  'key',
  'leaf',
  'moon',
  'mountain',
  'star',
  'sun',
  'tree',
  'umbrella',
] as const;

type CodePictureName = (typeof codePictures)[number];

const drawings: Readonly<Record<CodePictureName, ComponentChildren>> = {
  anchor: (
    <>
      <circle cx="12" cy="5" r="2.2" />
      <path
        d="M12 7.200V21M8 10.500h8M4 14c.5 4.2 3.6 7 8 7s7.5-2.8 8-7l-2.5 1M4 14l2.5 1"
        fill="none"
      />
    </>
  ),
  bell: (
    <>
      <path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.8 1.800H4.200z" />
      <path d="M10 20.800h4M12 3v2" fill="none" />
    </>
  ),
  boat: (
    <>
      <path d="M3.5 15.500h17L18 20.500H6z" />
      <path d="M11 3v10H5z" />
      <path d="M13.5 6.500v6.500h4.500z" />
    </>
  ),
  cloud: (
    <>
      <path d="M7 18.500a4.5 4.5 0 0 1-.5-9A6 6 0 0 1 18 10.500a4 4 0 0 1-.5 8z" />
    </>
  ),
  cup: (
    <>
      <path d="M4.5 8h12v7a4.5 4.5 0 0 1-4.5 4.500H9A4.5 4.5 0 0 1 4.5 15z" />
      <path d="M16.5 10h1.500a2.5 2.5 0 0 1 0 5h-1.500M8.5 3v2M12.5 3v2" fill="none" />
    </>
  ),
  drop: (
    <>
      <path d="M12 3c3.5 4.2 6 7.2 6 10.800a6 6 0 0 1-12 0C6 10.2 8.5 7.2 12 3z" />
    </>
  ),
  fish: (
    <>
      <path d="M3 12c2.5-4 5.5-6 9-6 3 0 5 1.8 6 4.200L21.5 7v10L18 13.800C17 16.2 15 18 12 18c-3.5 0-6.5-2-9-6z" />
      <path d="M8 11v.2" fill="none" />
    </>
  ),
  flag: (
    <>
      <path d="M5.5 4.500c5-2.5 8 2.5 13 0v9c-5 2.5-8-2.5-13 0z" />
      <path d="M5.5 3v18.5" fill="none" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="8" r="4.5" />
      <path d="m11.3 11.3 8.7 8.700M16 16l2.5-2.500M18.5 18.500l2-2" fill="none" />
    </>
  ),
  leaf: (
    <>
      <path d="M4.5 19.500C3 11 8 4.5 20 4c.5 11-5.5 17-13 14z" />
      <path d="M4 20.500c3-5 6-8 10.5-10.5" fill="none" />
    </>
  ),
  moon: (
    <>
      <path d="M19.8 14.300A8 8 0 0 1 9.7 4.200a8 8 0 1 0 10.1 10.100z" />
    </>
  ),
  mountain: (
    <>
      <path d="M2.5 19.5 9.5 6l4 7.5 2-3 6 9z" />
      <path d="m7.6 9.8 1.9 1.7 1.8-1.9" fill="none" />
    </>
  ),
  star: (
    <>
      <path d="m12 3.5 2.6 5.3 5.9.8-4.3 4.1 1 5.8-5.2-2.8-5.2 2.8 1-5.800L3.5 9.600l5.9-.8z" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4.5" />
      <path
        d="M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4"
        fill="none"
      />
    </>
  ),
  tree: (
    <>
      <path d="m12 2.5 5 6h-2.500l4 5H15l4 4.500H5L9 13.500H5.500l4-5H7z" />
      <path d="M12 18v3.5" fill="none" />
    </>
  ),
  umbrella: (
    <>
      <path d="M3 12.500a9 9 0 0 1 18 0z" />
      <path d="M12 2.500v1M12 12.500V19a2 2 0 0 1-4 0" fill="none" />
    </>
  ),
};

export function CodePicture({ number }: { readonly number: number }) {
  const name = codePictures[number];
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {name && drawings[name]}
    </svg>
  );
}
