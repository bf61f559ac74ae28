namespace Conference.Core.Chat;

/// <summary>What an entry of the chat is. Stored as a number: values never change.</summary>
public enum ChatEntryKind
{
    /// <summary>Written by a person.</summary>
    Text = 0,

    /// <summary>A call began.</summary>
    CallStarted = 1,

    /// <summary>A call ended.</summary>
    CallEnded = 2,
}
