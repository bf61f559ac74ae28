namespace Conference.Server.Hubs.Messages;

/// <summary>What an entry of the chat is.</summary>
public enum ChatMessageKind
{
    /// <summary>Written by a person.</summary>
    Text,

    /// <summary>A call began.</summary>
    CallStarted,

    /// <summary>A call ended: the last seat became free.</summary>
    CallEnded,
}
