/** A drawn person in place of the made-up camera's test picture, for pictures that people look at. */
export interface Portrait {
  readonly wall: readonly [string, string];
  readonly clothes: string;
  readonly skin: string;
  readonly hair: string;
  readonly hairStyle: 'long' | 'bob' | 'short';
}

export const portraits = {
  mara: {
    wall: ['#C9DDD3', '#8FB3A2'],
    clothes: '#25574A',
    skin: '#EBC7AE',
    hair: '#6B4A3A',
    hairStyle: 'long',
  },
  tomas: {
    wall: ['#D9CDBE', '#A98F77'],
    clothes: '#2F4A6B',
    skin: '#DDA67F',
    hair: '#2E2623',
    hairStyle: 'short',
  },
  yuki: {
    wall: ['#D4DBE8', '#97A8C6'],
    clothes: '#B5574E',
    skin: '#F0CFB4',
    hair: '#1E1B1E',
    hairStyle: 'bob',
  },
} as const satisfies Record<string, Portrait>;

/** Runs in the page before its own scripts: cameras show the portrait. */
export function sitForPortrait(portrait: Portrait): void {
  const shapes = {
    long: 'M250 300c-10-70-14-170 4-212 12-26 38-38 66-38s54 12 66 38c18 42 14 142 4 212z',
    bob: 'M254 152c-2-62 28-98 66-98s68 36 66 98c0 30-2 44-6 58H260c-4-14-6-28-6-58z',
    short: '',
  } as const;

  const draw = (context: CanvasRenderingContext2D, time: number): void => {
    const fill = (path: string, colour: string | CanvasGradient): void => {
      context.fillStyle = colour;
      context.fill(new Path2D(path));
    };
    context.resetTransform();
    const wall = context.createLinearGradient(0, 0, 640, 360);
    wall.addColorStop(0, portrait.wall[0]);
    wall.addColorStop(1, portrait.wall[1]);
    fill('M0 0h640v360H0z', wall);
    const sway = Math.sin(time / 900);
    context.setTransform(1.1, 0, 0, 1.1, -32 + 3 * sway, -22 + 1.5 * Math.cos(time / 1300));
    fill(shapes[portrait.hairStyle], portrait.hair);
    fill('M292 190h56v62c0 18-56 18-56 0z', portrait.skin);
    fill('M292 206c16 16 40 16 56 0v14c-16 14-40 14-56 0z', 'rgb(0 0 0 / .14)');
    fill('M150 380c4-84 60-128 134-138 14 20 58 20 72 0 74 10 130 54 134 138z', portrait.clothes);
    fill('M268 146c0-42 22-62 52-62s52 20 52 62c0 36-24 76-52 76s-52-34-52-76z', portrait.skin);
    fill('M264 140c0-44 22-66 56-66s56 22 56 66c-34-12-78-12-112 0z', portrait.hair);
  };

  const picture = (): MediaStreamTrack => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const context = canvas.getContext('2d');
    const step = (time: number): void => {
      if (context !== null) {
        draw(context, time);
      }
      requestAnimationFrame(step);
    };
    step(0);
    const [track] = canvas.captureStream(10).getVideoTracks();
    if (track === undefined) {
      throw new Error('The canvas gives no picture.');
    }
    return track;
  };

  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    for (const track of stream.getVideoTracks()) {
      stream.removeTrack(track);
      stream.addTrack(picture());
      track.stop();
    }
    return stream;
  };
}
