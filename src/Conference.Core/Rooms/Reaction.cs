namespace Conference.Core.Rooms;

/// <summary>The six reactions.</summary>
public enum Reaction
{
    /// <summary>Thumbs up.</summary>
    ThumbsUp,

    /// <summary>Heart.</summary>
    Heart,

    /// <summary>Clap.</summary>
    Clap,

    /// <summary>Laugh.</summary>
    Laugh,

    /// <summary>Surprised.</summary>
    Surprised,

    /// <summary>Celebrate.</summary>
    Celebrate,
}
