/** What can stand beside the stage; one at a time. */
export type PanelName = 'chat' | 'people';
