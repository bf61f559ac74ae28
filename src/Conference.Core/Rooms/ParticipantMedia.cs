namespace Conference.Core.Rooms;

/// <summary>What a participant's devices do, and whether their screen is shared.</summary>
/// <param name="Microphone">The microphone.</param>
/// <param name="Camera">The camera.</param>
/// <param name="Screen">The screen; a page that says nothing of it shares none.</param>
public sealed record ParticipantMedia(MicrophoneState Microphone, CameraState Camera, ScreenState Screen = ScreenState.Off);
