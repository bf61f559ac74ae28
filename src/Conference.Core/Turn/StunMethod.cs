namespace Conference.Core.Turn;

/// <summary>What a message is about: RFC 8489, section 18.1, and RFC 8656, section 17. Others are just numbers.</summary>
public enum StunMethod
{
    /// <summary>Where does the other end see me?</summary>
    Binding = 1,

    /// <summary>Give me an address at the relay.</summary>
    Allocate = 3,

    /// <summary>Keep it longer, or take it back.</summary>
    Refresh = 4,
}
