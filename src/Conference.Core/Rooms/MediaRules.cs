namespace Conference.Core.Rooms;

/// <summary>What hosts' decisions leave of what a participant's devices do.</summary>
internal static class MediaRules
{
    /// <summary>Where only hosts may unmute, others come in muted, unless they could be heard until now; what a host muted or stopped stays so.</summary>
    public static Participant OnArrival(Participant participant, RoomSettings settings, Participant? before = null)
    {
        var wasHeard = before?.Media.Microphone == MicrophoneState.On;
        var mayBeHeard = participant.IsHost || settings.MayUnmute || participant.UnmuteAllowed || wasHeard;
        return Hold(mayBeHeard || participant.Media.Microphone != MicrophoneState.On ? participant : participant with { MutedByHost = true });
    }

    /// <summary>What the participant says of its devices, as far as it stands against hosts' decisions.</summary>
    /// <param name="before">The participant.</param>
    /// <param name="media">What it says.</param>
    /// <param name="mayUnmute">Whether it may unmute itself.</param>
    /// <param name="unmute">Whether its person unmutes on purpose.</param>
    /// <param name="startVideo">Whether its person starts the camera on purpose.</param>
    /// <param name="startScreen">Whether its person starts to share on purpose.</param>
    public static Participant Apply(Participant before, ParticipantMedia media, bool mayUnmute, bool unmute, bool startVideo, bool startScreen)
    {
        var unmutes = media.Microphone == MicrophoneState.On && before.Media.Microphone != MicrophoneState.On;
        return Hold(before with
        {
            Media = unmutes && !mayUnmute ? media with { Microphone = MicrophoneState.Muted } : media,
            MutedByHost = before.MutedByHost && !(unmute && mayUnmute),
            VideoStoppedByHost = before.VideoStoppedByHost && !startVideo,
            ScreenStoppedByHost = before.ScreenStoppedByHost && !startScreen,
        });
    }

    /// <summary>As a host muted it.</summary>
    public static Participant Mute(Participant participant) => Hold(participant with { MutedByHost = true, UnmuteAllowed = false });

    /// <summary>As a host stopped it.</summary>
    public static Participant StopVideo(Participant participant) => Hold(participant with { VideoStoppedByHost = true });

    /// <summary>As a host stopped its screen.</summary>
    public static Participant StopScreen(Participant participant) => Hold(participant with { ScreenStoppedByHost = true });

    /// <summary>As one that may not share its screen.</summary>
    public static Participant EndShare(Participant participant) =>
        participant with { Media = participant.Media with { Screen = ScreenState.Off } };

    /// <summary>As one in a room of sound only.</summary>
    public static Participant EndVideo(Participant participant) => participant.Media.Camera == CameraState.On
        ? participant with { Media = participant.Media with { Camera = CameraState.Off } }
        : participant;

    private static Participant Hold(Participant participant)
    {
        var (microphone, camera, screen) = participant.Media;
        return participant with
        {
            Media = new ParticipantMedia(
                participant.MutedByHost && microphone == MicrophoneState.On ? MicrophoneState.Muted : microphone,
                participant.VideoStoppedByHost && camera == CameraState.On ? CameraState.Off : camera,
                participant.ScreenStoppedByHost ? ScreenState.Off : screen),
        };
    }
}
