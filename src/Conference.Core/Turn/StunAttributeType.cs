namespace Conference.Core.Turn;

/// <summary>The attributes that are used here: RFC 8489, section 18.3, and RFC 8656, section 18. Others are just numbers.</summary>
public enum StunAttributeType
{
    /// <summary>Where the sender was seen, in plain numbers.</summary>
    MappedAddress = 0x0001,

    /// <summary>Whose password it is.</summary>
    Username = 0x0006,

    /// <summary>Proof of the password: HMAC-SHA1.</summary>
    MessageIntegrity = 0x0008,

    /// <summary>What is wrong.</summary>
    ErrorCode = 0x0009,

    /// <summary>What of the request was not understood.</summary>
    UnknownAttributes = 0x000A,

    /// <summary>For how many seconds.</summary>
    Lifetime = 0x000D,

    /// <summary>Where the password is good.</summary>
    Realm = 0x0014,

    /// <summary>The server's word, to be said back.</summary>
    Nonce = 0x0015,

    /// <summary>The address at the relay.</summary>
    XorRelayedAddress = 0x0016,

    /// <summary>How the relay is to send.</summary>
    RequestedTransport = 0x0019,

    /// <summary>Proof of the password: HMAC-SHA256.</summary>
    MessageIntegritySha256 = 0x001C,

    /// <summary>How the password is hashed.</summary>
    PasswordAlgorithm = 0x001D,

    /// <summary>Whose password it is, hashed.</summary>
    UserHash = 0x001E,

    /// <summary>Where the sender was seen.</summary>
    XorMappedAddress = 0x0020,

    /// <summary>What the other end runs.</summary>
    Software = 0x8022,

    /// <summary>Checksum of the message.</summary>
    Fingerprint = 0x8028,
}
