namespace Conference.Core.Rooms;

/// <summary>What a participant's devices do.</summary>
/// <param name="Microphone">The microphone.</param>
/// <param name="Camera">The camera.</param>
public sealed record ParticipantMedia(MicrophoneState Microphone, CameraState Camera);
