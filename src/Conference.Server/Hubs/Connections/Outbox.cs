using System.Buffers;
using System.IO.Pipelines;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Hubs.Connections;

/// <summary>
/// What a connection is sent. Writing never waits: what the transport does not take at once is kept here, in order, and when that is too much the
/// connection is dropped, never a message. One writer at a time. A connection that keeps up has nothing here.
/// </summary>
internal sealed class Outbox(PipeWriter transport, LimitsOptions limits, Action onFull) : PipeWriter
{
    private static readonly ValueTask<FlushResult> Written = new(new FlushResult(isCanceled: false, isCompleted: false));
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _waiting = new(0);
    private IBufferWriter<byte>? _target;
    private long _waitingBytes;
    private bool _isBehind;
    private bool _isClosed;

    private bool IsBehind
    {
        get
        {
            lock (_gate)
            {
                return _isBehind;
            }
        }
    }

    // A message that was begun goes where it began.
    private IBufferWriter<byte> Target => _target ??= IsBehind ? new ArrayBufferWriter<byte>() : transport;

    public override Memory<byte> GetMemory(int sizeHint = 0) => Target.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Target.GetSpan(sizeHint);

    public override void Advance(int bytes) => Target.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var target = _target;
        _target = null;
        return target switch
        {
            null => Written,
            ArrayBufferWriter<byte> draft => Send(draft.WrittenMemory),
            _ => Follow(transport.FlushAsync(CancellationToken.None)),
        };
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_target is null)
        {
            return Send(source);
        }

        this.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => transport.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        lock (_gate)
        {
            Close();
        }

        transport.Complete(exception);
    }

    private ValueTask<FlushResult> Send(ReadOnlyMemory<byte> message)
    {
        lock (_gate)
        {
            if (_isBehind)
            {
                Keep(message);
                return Written;
            }
        }

        return Follow(transport.WriteAsync(message, CancellationToken.None));
    }

    private void Keep(ReadOnlyMemory<byte> message)
    {
        if (_isClosed)
        {
            return;
        }

        if (_waiting.Count >= limits.OutboxMessages || _waitingBytes >= limits.OutboxBytes)
        {
            Close();
            onFull();
            return;
        }

        _waiting.Enqueue(message.ToArray());
        _waitingBytes += message.Length;
    }

    private ValueTask<FlushResult> Follow(ValueTask<FlushResult> sending)
    {
        if (sending.IsCompleted)
        {
            return sending;
        }

        lock (_gate)
        {
            _isBehind = true;
        }

        _ = CatchUpAsync(sending);
        return Written;
    }

    private async Task CatchUpAsync(ValueTask<FlushResult> sending)
    {
        try
        {
            var result = await sending;
            while (!result.IsCompleted && Take() is { } message)
            {
                result = await transport.WriteAsync(message);
            }
        }
        catch (InvalidOperationException)
        {
            // The connection ended meanwhile: nobody is there to be sent anything.
        }
    }

    private byte[]? Take()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var message))
            {
                _waitingBytes -= message.Length;
                return message;
            }

            _isBehind = _isClosed;
            return null;
        }
    }

    private void Close()
    {
        (_isClosed, _isBehind, _waitingBytes) = (true, true, 0);
        _waiting.Clear();
        _waiting.TrimExcess();
    }
}
