import { initialsOf, hueOf } from '../../../ui/person';
import type { Box } from '../../../state/layout';
import type { StageLayout } from '../stage/stageLayout';
import type { StageTile } from '../../../state/stageTiles';

/** Of the dark theme, whatever the page wears: a film has no theme. */
const colours = {
  ground: '#0C1110',
  tile: '#1F2825',
  scrim: 'rgb(10 16 14 / .62)',
  words: '#FFFFFF',
} as const;

const font = 'system-ui, sans-serif';
const labelHeight = 24;
const inset = 8;

/** What there is to draw for a tile, or undefined for an avatar. */
export type PictureOf = (tile: StageTile) => HTMLVideoElement | undefined;

type Canvas = CanvasRenderingContext2D;

/** The stage as it is seen, with a name under every tile. */
export function drawScene(
  canvas: Canvas,
  { shown, boxes, more }: Pick<StageLayout, 'shown' | 'boxes' | 'more'>,
  pictureOf: PictureOf,
): void {
  canvas.fillStyle = colours.ground;
  canvas.fillRect(0, 0, canvas.canvas.width, canvas.canvas.height);
  shown.forEach((tile, index) => {
    const box = boxes[index];
    if (box) {
      inBox(canvas, box, () => drawTile(canvas, tile, box, pictureOf(tile)));
    }
  });
  if (more) {
    inBox(canvas, more.box, () => drawCentred(canvas, `+${more.count}`, more.box, 24));
  }
}

function inBox(canvas: Canvas, { left, top, width, height }: Box, draw: () => void): void {
  canvas.save();
  canvas.beginPath();
  canvas.roundRect(left, top, width, height, 16);
  canvas.clip();
  canvas.fillStyle = colours.tile;
  canvas.fillRect(left, top, width, height);
  canvas.fillStyle = colours.words;
  draw();
  canvas.restore();
}

function drawTile(
  canvas: Canvas,
  tile: StageTile,
  box: Box,
  picture: HTMLVideoElement | undefined,
): void {
  if (picture) {
    const { left, top, width, height } = fitted(box, picture, tile.kind === 'screen');
    canvas.drawImage(picture, left, top, width, height);
  } else if (tile.kind === 'camera') {
    drawAvatar(canvas, tile, box);
  }
  drawLabel(canvas, tile.participant.info.name, box);
}

/** A face fills its tile; a screen, and what is upright, is seen whole. */
export function fitted(
  box: Box,
  { videoWidth, videoHeight }: Pick<HTMLVideoElement, 'videoWidth' | 'videoHeight'>,
  isScreen: boolean,
): Box {
  const [across, down] = [box.width / videoWidth, box.height / videoHeight];
  const isWhole = isScreen || videoHeight > videoWidth;
  const scale = isWhole ? Math.min(across, down) : Math.max(across, down);
  const [width, height] = [videoWidth * scale, videoHeight * scale];
  return {
    left: box.left + (box.width - width) / 2,
    top: box.top + (box.height - height) / 2,
    width,
    height,
  };
}

function drawAvatar(canvas: Canvas, { participant: { info } }: StageTile, box: Box): void {
  const size = Math.min(128, Math.max(48, box.height * 0.24));
  const hue = hueOf(info.personId);
  canvas.fillStyle = `hsl(${hue} 26% 25%)`;
  canvas.beginPath();
  canvas.arc(box.left + box.width / 2, box.top + box.height / 2, size / 2, 0, 2 * Math.PI);
  canvas.fill();
  canvas.fillStyle = `hsl(${hue} 55% 86%)`;
  drawCentred(canvas, initialsOf(info.name), box, size * 0.4);
}

function drawCentred(canvas: Canvas, text: string, box: Box, size: number): void {
  canvas.font = `600 ${size}px ${font}`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.fillText(text, box.left + box.width / 2, box.top + box.height / 2);
}

function drawLabel(canvas: Canvas, name: string, box: Box): void {
  canvas.font = `600 14px ${font}`;
  const text = clipped(canvas, name, box.width - 4 * inset);
  const left = box.left + inset;
  const top = box.top + box.height - labelHeight - inset;
  canvas.fillStyle = colours.scrim;
  canvas.beginPath();
  canvas.roundRect(left, top, canvas.measureText(text).width + 2 * inset, labelHeight, inset);
  canvas.fill();
  canvas.fillStyle = colours.words;
  canvas.textAlign = 'left';
  canvas.textBaseline = 'middle';
  canvas.fillText(text, left + inset, top + labelHeight / 2);
}

/** As much of a name as there is room for. */
export function clipped(canvas: Pick<Canvas, 'measureText'>, name: string, width: number): string {
  if (canvas.measureText(name).width <= width) {
    return name;
  }
  const letters = Array.from(name);
  while (letters.length > 0 && canvas.measureText(`${letters.join('')}…`).width > width) {
    letters.pop();
  }
  return `${letters.join('')}…`;
}
