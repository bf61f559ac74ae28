using System.Buffers.Binary;

namespace Conference.Core.Turn;

/// <summary>The attributes of a message whose lengths were checked (RFC 8489, section 14).</summary>
public readonly ref struct StunAttributes
{
    private readonly ReadOnlySpan<byte> _message;

    internal StunAttributes(ReadOnlySpan<byte> message) => _message = message;

    /// <summary>From the first to the last.</summary>
    public Enumerator GetEnumerator() => new(_message);

    /// <summary>One attribute.</summary>
    public readonly ref struct Entry(StunAttributeType type, ReadOnlySpan<byte> value)
    {
        /// <summary>What it says.</summary>
        public StunAttributeType Type { get; } = type;

        /// <summary>Its bytes, without padding.</summary>
        public ReadOnlySpan<byte> Value { get; } = value;

        /// <summary>Whether whoever does not know it has to refuse the message.</summary>
        public bool IsRequired => (int)Type < StunFormat.FirstOptional;
    }

    /// <summary>Goes from one to the next.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _message;
        private int _next = StunFormat.HeaderLength;

        internal Enumerator(ReadOnlySpan<byte> message) => _message = message;

        /// <summary>The one it is at.</summary>
        public Entry Current { get; private set; }

        /// <summary>Where in the message that one begins.</summary>
        internal int Start { get; private set; }

        /// <summary>Goes on.</summary>
        public bool MoveNext()
        {
            if (_next >= _message.Length)
            {
                return false;
            }

            Start = _next;
            var length = BinaryPrimitives.ReadUInt16BigEndian(_message[(Start + 2)..]);
            var value = _message.Slice(Start + StunFormat.AttributeHeaderLength, length);
            Current = new Entry((StunAttributeType)BinaryPrimitives.ReadUInt16BigEndian(_message[Start..]), value);
            _next = Start + StunFormat.AttributeHeaderLength + StunFormat.Pad(length);
            return true;
        }
    }
}
