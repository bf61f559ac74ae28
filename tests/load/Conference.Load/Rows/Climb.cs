namespace Conference.Load.Rows;

/// <summary>
/// Looks for the highest rate that holds: up in steps until one fails, or down if the first does, then halfway between. A rate fails when
/// it failed as often as it may be tried, because a machine that is busy with something else for a moment says nothing about the server.
/// </summary>
internal sealed class Climb(double firstRate, double growth, double highestRate, int tries)
{
    private double _failed = double.PositiveInfinity;
    private int _failures;
    private bool _isHalfway;

    /// <summary>The highest rate that held so far; 0 when none did.</summary>
    public double Held { get; private set; }

    /// <summary>The rate to try next.</summary>
    public double Rate { get; private set; } = firstRate;

    public bool IsDone { get; private set; }

    /// <summary>Tells whether the rate held.</summary>
    public void Tell(bool holds)
    {
        if (holds)
        {
            Held = Rate;
            GoOn();
        }
        else if (++_failures == tries)
        {
            _failed = Rate;
            GoOn();
        }
    }

    private void GoOn()
    {
        _failures = 0;
        var isBetween = Held > 0 && double.IsFinite(_failed);
        IsDone = _isHalfway || Rate < 1 || Held * growth >= highestRate;
        _isHalfway = isBetween;
        Rate = isBetween ? (Held + _failed) / 2 : Held > 0 ? Held * growth : _failed / growth;
    }
}
