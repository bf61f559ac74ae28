namespace Conference.Core.Rooms;

/// <summary>How a person stands with a room's door. Stored as a number: values never change.</summary>
public enum PersonAccess
{
    /// <summary>Never asked to come in, or gave up asking.</summary>
    None = 0,

    /// <summary>Asks to come in.</summary>
    Waiting = 1,

    /// <summary>A host said no. The person may ask again a minute later.</summary>
    Denied = 2,

    /// <summary>Was let in.</summary>
    Admitted = 3,

    /// <summary>Was removed, and stays out until a host allows them back.</summary>
    Removed = 4,
}
