namespace Conference.Core.Turn;

/// <summary>What kind of message it is (RFC 8489, section 5).</summary>
public enum StunClass
{
    /// <summary>Wants an answer.</summary>
    Request = 0,

    /// <summary>Wants none.</summary>
    Indication = 1,

    /// <summary>An answer: it was done.</summary>
    Success = 2,

    /// <summary>An answer: it was not.</summary>
    Error = 3,
}
