// Runs in every page before its own scripts: notes when the first frame of each remote track is on the screen, and clicks
// `Join now` as soon as it can be when the page's address asks for it.
(() => {
  const remoteTracks = new Set();
  const watched = new WeakSet();
  const now = () => performance.timeOrigin + performance.now();
  const connections = [];
  const pictureSeen = new EventTarget();
  window.bench = { clickedAt: 0, pictures: [], connectedAt: [] };

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...parameters) {
      super(...parameters);
      connections.push(this);
      this.addEventListener('track', (event) => remoteTracks.add(event.track));
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') {
          window.bench.connectedAt.push(now());
        }
      });
    }
  };

  const entriesOf = async (connection, type) =>
    [...(await connection.getStats()).values()].filter((entry) => entry.type === type);
  const total = (entries, member) => entries.reduce((sum, entry) => sum + (entry[member] ?? 0), 0);

  /** Of each other participant: what came since the beginning. */
  window.bench.received = () =>
    Promise.all(
      connections.map(async (connection) => {
        const entries = await entriesOf(connection, 'inbound-rtp');
        return {
          frames: total(entries, 'framesDecoded'),
          freezes: total(entries, 'freezeCount'),
          height: total(entries, 'frameHeight'),
          concealed: total(entries, 'concealedSamples') - total(entries, 'silentConcealedSamples'),
          samples: total(entries, 'totalSamplesReceived'),
        };
      }),
    );

  /** To each other participant: bytes since the beginning, those of packets' heads too. */
  window.bench.sent = () =>
    Promise.all(
      connections.map(async (connection) => {
        const entries = await entriesOf(connection, 'outbound-rtp');
        const bytes = (some) => total(some, 'bytesSent') + total(some, 'headerBytesSent');
        return { all: bytes(entries), video: bytes(entries.filter(({ kind }) => kind === 'video')) };
      }),
    );

  /** When the last picture came, once so long none came any more. */
  window.bench.lastPictureReceived = async (quietMilliseconds) => {
    let [frames, last] = [-1, now()];
    while (now() - last < quietMilliseconds) {
      const received = (await window.bench.received()).reduce((sum, one) => sum + one.frames, 0);
      [frames, last] = received === frames ? [frames, last] : [received, now()];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return last;
  };

  const watchPicture = (video) => {
    const track = video.srcObject?.getVideoTracks?.().find((candidate) => remoteTracks.has(candidate));
    if (track && !watched.has(track)) {
      watched.add(track);
      video.requestVideoFrameCallback(() => {
        window.bench.pictures.push(now());
        pictureSeen.dispatchEvent(new Event('picture'));
      });
    }
  };
  // Before the first frame of whatever is attached to a video.
  addEventListener('loadstart', ({ target }) => target instanceof HTMLVideoElement && watchPicture(target), { capture: true });

  /** When the picture with this number was first on the screen; undefined when it takes too long. Nothing is asked over and over meanwhile: that would slow the page down. */
  window.bench.pictureAt = (number, most) =>
    new Promise((resolve) => {
      const look = () => window.bench.pictures.length > number && resolve(window.bench.pictures[number]);
      pictureSeen.addEventListener('picture', look);
      setTimeout(resolve, most);
      look();
    });

  const button = (name) =>
    [...document.querySelectorAll('button')].find((element) => element.textContent.trim() === name && !element.disabled);

  const joinAtOnce = () => {
    const name = document.querySelector('input[type=text], input:not([type])');
    if (name && name.value === '') {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(name, 'Load');
      name.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (name) {
      button('Join now')?.click();
    }
  };

  const look = () => {
    if (location.hash === '#join-at-once' && window.bench.clickedAt === 0) {
      joinAtOnce();
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);

  addEventListener(
    'click',
    (event) => {
      if (event.target.closest?.('button')?.textContent.trim() === 'Join now') {
        window.bench.clickedAt = now();
      }
    },
    { capture: true },
  );
})();
