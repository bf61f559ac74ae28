namespace Conference.Data;

/// <summary>The database before it is used.</summary>
public interface IConferenceDatabase
{
    /// <summary>Makes or upgrades it, and checks that what it is given lasts.</summary>
    /// <exception cref="StartException">It cannot be used; the message says why.</exception>
    Task OpenAsync(CancellationToken cancellationToken);
}
