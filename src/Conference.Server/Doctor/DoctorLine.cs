namespace Conference.Server.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Health">How it is.</param>
/// <param name="Code">For programs.</param>
/// <param name="Text">For people.</param>
internal sealed record DoctorLine(Health Health, string Code, string Text)
{
    public override string ToString() => $"{Health switch { Health.Well => "ok", Health.Warning => "warn", _ => "FAIL" },-4}  {Code}  {Text}";
}

/// <summary>How something is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>It works, but somebody should know.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}
