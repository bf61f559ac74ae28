using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Conference.Core;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Hubs.Connections;

/// <summary>
/// Counts what a connection sends before anything looks at it: what is no call, or no frame at all, costs as much as what is. Beyond its limits the
/// reading ends with the reason, which the connection is told in its last frame.
/// </summary>
internal sealed class MeteredReader(PipeReader inner, FrameLimits limits, Action onFlood) : PipeReader
{
    private const byte RecordSeparator = 0x1E;
    private const int SmallPiece = 256;
    private ReadOnlySequence<byte> _buffer;
    private long _counted;
    private bool _isDripping;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await inner.ReadAsync(cancellationToken);
        Count(result.Buffer);
        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        if (!inner.TryRead(out result))
        {
            return false;
        }

        Count(result.Buffer);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _counted = _buffer.Slice(consumed).Length;
        _buffer = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private void Count(ReadOnlySequence<byte> buffer)
    {
        _buffer = buffer;
        var fresh = buffer.Slice(_counted);
        if (!fresh.IsEmpty && !limits.TryTake(CountFrames(fresh), fresh.Length))
        {
            onFlood();
            throw ErrorFilter.Failure(ErrorCodes.TooFast, "That is too fast. Come back in a moment.");
        }
    }

    private long CountFrames(ReadOnlySequence<byte> bytes)
    {
        var frames = 0L;
        foreach (var segment in bytes)
        {
            frames += segment.Span.Count(RecordSeparator);
        }

        // A frame that comes byte by byte is a thousand. One small piece is none: a socket may give away the beginning of a frame before the rest.
        var wasDripping = _isDripping;
        _isDripping = frames == 0 && bytes.Length < SmallPiece;
        return _isDripping && wasDripping ? 1 : frames;
    }
}
